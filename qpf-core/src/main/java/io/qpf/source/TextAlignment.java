package io.qpf.source;

/** Finds the characters of a value again in its source, where quotes, escapes and line folding may stand between. */
final class TextAlignment {
    private final Text text;
    private final Position[] positions;

    private TextAlignment(Text text, Position[] positions) {
        this.text = text;
        this.positions = positions;
    }

    /** Walks value and source side by side: white space matches any run of white space, the rest matches itself. */
    static TextAlignment of(Text text) {
        String value = text.value();
        Position[] positions = new Position[value.length() + 1];
        SourceCursor cursor = new SourceCursor(text.span());
        for (int index = 0; index < value.length(); index++) {
            positions[index] = cursor.find(value.charAt(index));
        }
        positions[value.length()] = text.span().end();
        return new TextAlignment(text, positions);
    }

    Span part(int from, int to) {
        int start = Math.max(0, Math.min(from, text.value().length()));
        Position first = positions[start];
        Position last =
                to <= start ? first : after(positions[Math.min(to, text.value().length()) - 1]);
        return new Span(text.span().file(), first, last);
    }

    private static Position after(Position position) {
        return new Position(position.line(), position.column() + 1);
    }
}
