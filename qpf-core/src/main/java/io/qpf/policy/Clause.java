package io.qpf.policy;

import io.qpf.source.Text;

/** One alternative of a policy text. */
public sealed interface Clause {
    /** The author's words, with their place. */
    Text source();

    /**
     * A clause that compiles.
     *
     * @param source the author's words
     * @param name an identifier made of the metrics and events in it, unique within its text
     */
    record Compiled(Text source, String name, Condition condition) implements Clause {}

    /** A clause that is prose and not a condition: kept as text, and a diagnostic says so. */
    record Prose(Text source) implements Clause {}
}
