package io.qpf.policy;

import io.qpf.source.Text;

/**
 * One alternative of a policy text.
 *
 * @param source the author's words, with their place
 * @param name an identifier made of the metrics and events in it, unique within its text
 */
public sealed interface Clause {
    Text source();

    /** A clause that compiles. */
    record Compiled(Text source, String name, Condition condition) implements Clause {}

    /** A clause that is prose and not a condition: kept as text, and a diagnostic says so. */
    record Prose(Text source) implements Clause {}
}
