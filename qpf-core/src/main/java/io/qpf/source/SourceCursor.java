package io.qpf.source;

/** Walks a span of a source file by code points and keeps line and column. */
final class SourceCursor {
    private final String source;
    private final int limit;
    private int offset;
    private int line;
    private int column;

    SourceCursor(Span span) {
        source = span.file().text();
        line = span.start().line();
        column = span.start().column();
        offset = offsetOf(source, span.start());
        limit = offsetOf(source, span.end());
    }

    /** Moves behind the next place of the character and returns that place; stays where it is if there is none. */
    Position find(char wanted) {
        int savedOffset = offset;
        int savedLine = line;
        int savedColumn = column;
        while (offset < limit) {
            Position here = new Position(line, column);
            char found = source.charAt(offset);
            step();
            if (found == wanted || (Character.isWhitespace(wanted) && Character.isWhitespace(found))) {
                return here;
            }
        }
        offset = savedOffset;
        line = savedLine;
        column = savedColumn;
        return new Position(line, column);
    }

    private void step() {
        char passed = source.charAt(offset++);
        if (passed == '\n') {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(passed)) {
            column++;
        }
    }

    /** The UTF-16 offset of a position; the end of the text if the position lies behind it. */
    static int offsetOf(String source, Position position) {
        int offset = 0;
        for (int line = 1; line < position.line(); line++) {
            int next = source.indexOf('\n', offset);
            if (next < 0) {
                return source.length();
            }
            offset = next + 1;
        }
        for (int column = 1; column < position.column() && offset < source.length(); column++) {
            offset += Character.charCount(source.codePointAt(offset));
        }
        return offset;
    }
}
