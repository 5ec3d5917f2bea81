package io.qpf.schema;

/** How long memory is kept. Calendar units stay calendar units: 18 months is P18M. */
public sealed interface Retention {
    /** The text as people wrote it. */
    String text();

    /** Kept for a time. Exactly one of days and months is positive. */
    record For(int days, int months, String text) implements Retention {}

    /** Kept for ever. */
    record Indefinite(String text) implements Retention {}

    /** A text that names no time that QPF can read; a diagnostic has said so, and nothing is ever purged. */
    record Unreadable(String text) implements Retention {}
}
