package io.qpf.python.layout;

import java.util.List;

/** What a file consists of, line by line before any is broken: comments and statements. */
sealed interface Item {
    int depth();

    /** Empty lines above it in the source. */
    int blanks();

    /** A comment on a line of its own. */
    record Comment(int depth, int blanks, String text) implements Item {}

    /**
     * A statement or the head of one.
     *
     * @param comments behind it
     * @param docstring whether it is the text that documents a module, class or function
     */
    record Code(int depth, int blanks, Node tree, List<Leaf> comments, boolean docstring) implements Item {}
}
