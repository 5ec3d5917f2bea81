package io.qpf.source;

/** Walks a span of a source file by code points and keeps line and column. CR LF is one line break. */
final class SourceCursor {
    static final int END = -1;

    private final String source;
    private final int limit;
    private int offset;
    private int line;
    private int column;

    SourceCursor(Span span) {
        source = span.file().text();
        line = span.start().line();
        column = span.start().column();
        offset = offsetOf(span.file(), span.start());
        limit = Math.max(offset, offsetOf(span.file(), span.end()));
    }

    private SourceCursor(SourceCursor other) {
        source = other.source;
        limit = other.limit;
        offset = other.offset;
        line = other.line;
        column = other.column;
    }

    /** Another cursor at the same place. */
    SourceCursor copy() {
        return new SourceCursor(this);
    }

    /** The code point here, a line feed for any line break, or {@link #END}. */
    int peek() {
        if (offset >= limit) {
            return END;
        }
        int point = source.codePointAt(offset);
        return point == '\r' ? '\n' : point;
    }

    /** The code points from here to the end of the line. */
    String restOfLine() {
        int end = offset;
        while (end < limit && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return source.substring(offset, end);
    }

    Position here() {
        return new Position(line, column);
    }

    void step() {
        if (offset >= limit) {
            return;
        }
        int point = source.codePointAt(offset);
        boolean pair = point == '\r' && offset + 1 < source.length() && source.charAt(offset + 1) == '\n';
        offset += pair ? 2 : Character.charCount(point);
        if (point == '\n' || point == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    boolean atWhite() {
        int point = peek();
        return point == ' ' || point == '\t' || point == '\n';
    }

    /** The UTF-16 offset of a position; the end of the line or text if the position lies behind it. */
    static int offsetOf(SourceFile file, Position position) {
        String source = file.text();
        int offset = file.lines().of(position.line());
        for (int column = 1; column < position.column() && offset < source.length(); column++) {
            offset += Character.charCount(source.codePointAt(offset));
        }
        return offset;
    }
}
