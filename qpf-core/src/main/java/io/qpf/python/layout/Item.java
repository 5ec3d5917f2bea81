package io.qpf.python.layout;

/** What a file consists of, line by line before any is broken: comments and statements. */
sealed interface Item {
    int depth();

    /** Empty lines above it in the source. */
    int blanks();

    /** A comment on a line of its own. */
    record Comment(int depth, int blanks, String text) implements Item {}

    /** A statement or the head of one. */
    record Code(int blanks, Laid laid) implements Item {
        @Override
        public int depth() {
            return laid.depth;
        }
    }

    /** The same with other empty lines above it. */
    default Item withBlanks(int above) {
        return this instanceof Code code
                ? new Code(above, code.laid())
                : new Comment(depth(), above, ((Comment) this).text());
    }
}
