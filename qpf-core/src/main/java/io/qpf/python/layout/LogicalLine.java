package io.qpf.python.layout;

import java.util.List;

/**
 * A line as Python's grammar counts: one statement or the head of one, over however many lines of the file.
 *
 * @param depth how many blocks it stands in
 * @param blanks empty lines above it
 * @param number of its first line in the file
 * @param source from its first token on, with a comment behind it and the line end; empty for the end of the file
 * @param above comments on lines of their own between the line before and this one
 */
record LogicalLine(int depth, int blanks, int number, String source, List<OwnComment> above) {
    /** A comment on a line of its own, in the block that its column says. */
    record OwnComment(int depth, int blanks, String text) {}

    /** Whether it may be a class or a function whose body stands on the next line. */
    boolean mayDefine() {
        return source.startsWith("def ") || source.startsWith("class ") || source.startsWith("async ");
    }

    boolean isEllipsis() {
        if (!source.startsWith("...")) {
            return false;
        }
        String behind = source.substring(3).strip();
        return behind.isEmpty() || behind.startsWith("#");
    }
}
