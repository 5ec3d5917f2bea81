package io.qpf.source;

/** Walks a literal or folded block scalar beside its value: a header, then lines behind their common indentation. */
final class BlockWalk {
    private final TextAlignment alignment;
    private final SourceCursor cursor;
    private final boolean folded;

    BlockWalk(TextAlignment alignment) {
        this.alignment = alignment;
        cursor = alignment.cursor();
        folded = cursor.peek() == '>';
    }

    /** Whether every character of the value found its place. */
    boolean walk() {
        skipLine();
        int indent = indent();
        boolean fits = true;
        for (boolean first = true; fits && !alignment.isDone(); first = false) {
            fits = first ? start(indent) : breaks(indent);
            while (fits && !alignment.isDone() && cursor.peek() != '\n') {
                fits = alignment.match(cursor);
            }
        }
        return fits;
    }

    /** Empty lines before the first one with text are line breaks of the value. */
    private boolean start(int indent) {
        while (restIsBlank() && cursor.peek() != SourceCursor.END && alignment.wanted() == '\n') {
            Position start = cursor.here();
            skipLine();
            alignment.place(start, start);
        }
        skipIndent(indent);
        return cursor.peek() != SourceCursor.END;
    }

    /** One break folds to a blank; of more, or beside a line that is indented further, line breaks stay. */
    private boolean breaks(int indent) {
        Position start = cursor.here();
        int breaks = 0;
        do {
            skipLine();
            breaks++;
        } while (isShortBlank(indent));
        if (folded && breaks == 1 && alignment.wanted() == ' ') {
            alignment.place(start, start);
        } else {
            for (int count = 0; count < breaks && alignment.wanted() == '\n'; count++) {
                alignment.place(start, start);
            }
        }
        skipIndent(indent);
        return alignment.isDone() || cursor.peek() != SourceCursor.END;
    }

    /** What the source has before its first text and the value has not. */
    private int indent() {
        SourceCursor ahead = alignment.cursor();
        String value = alignment.value();
        while (ahead.here().compareTo(cursor.here()) < 0) {
            ahead.step();
        }
        while (ahead.peek() != SourceCursor.END && ahead.restOfLine().isBlank()) {
            while (ahead.peek() != '\n' && ahead.peek() != SourceCursor.END) {
                ahead.step();
            }
            ahead.step();
        }
        String line = value.lines().filter(it -> !it.isBlank()).findFirst().orElse("");
        return Math.max(0, blanks(ahead.restOfLine()) - blanks(line));
    }

    private static int blanks(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == ' ') {
            count++;
        }
        return count;
    }

    private boolean restIsBlank() {
        return cursor.restOfLine().isBlank();
    }

    private boolean isShortBlank(int indent) {
        String rest = cursor.restOfLine();
        return cursor.peek() != SourceCursor.END && rest.isBlank() && rest.length() <= indent;
    }

    private void skipIndent(int indent) {
        for (int count = 0; count < indent && cursor.peek() == ' '; count++) {
            cursor.step();
        }
    }

    private void skipLine() {
        while (cursor.peek() != '\n' && cursor.peek() != SourceCursor.END) {
            cursor.step();
        }
        cursor.step();
    }
}
