package io.qpf.python.layout;

import java.util.List;

/**
 * A line as Python's grammar counts: one statement or the head of one, over however many lines of the file.
 *
 * @param depth how many blocks it stands in
 * @param blanks empty lines above it
 * @param tokens without line ends
 * @param comments behind it on its last line; one at most, but for a head with a body in the same line
 * @param above comments on lines of their own between the line before and this one
 */
record LogicalLine(int depth, int blanks, List<Leaf> tokens, List<Leaf> comments, List<OwnComment> above) {
    /** A comment on a line of its own, in the block that its column says. */
    record OwnComment(int depth, int blanks, String text) {}
}
