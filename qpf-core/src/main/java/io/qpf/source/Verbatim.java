package io.qpf.source;

import java.util.Optional;

/**
 * Places in a value that stands in its source as it is, on one line and perhaps in quotes: they are counted.
 *
 * <p>Most values do, and {@link TextAlignment}, which walks value and source side by side, gives the same for them.
 */
final class Verbatim {
    private Verbatim() {}

    /** The span of a part of the value; empty if the value is written otherwise. */
    static Optional<Span> part(Text text, int from, int to) {
        String value = text.value();
        Span span = text.span();
        if (from < 0 || from > to || to > value.length() || !isPlain(value)) {
            return Optional.empty();
        }
        String source = span.file().text();
        int limit = SourceCursor.offsetOf(span.file(), span.end());
        int start = SourceCursor.offsetOf(span.file(), span.start());
        int quotes = 0;
        if (start < limit && (source.charAt(start) == '"' || source.charAt(start) == '\'')) {
            quotes = 1;
        }
        start += quotes;
        if (start + value.length() > limit || !source.startsWith(value, start)) {
            return Optional.empty();
        }
        int column = span.start().column() + quotes;
        Position first = from < value.length() ? at(span, column + from) : span.end();
        return Optional.of(new Span(span.file(), first, to > from ? at(span, column + to) : first));
    }

    private static Position at(Span span, int column) {
        return new Position(span.start().line(), column);
    }

    /** Nothing that escapes, folds, begins a block, takes two units or ends in a blank. */
    private static boolean isPlain(String value) {
        for (int index = 0; index < value.length(); index++) {
            char c = value.charAt(index);
            if (c < ' ' || c == '"' || c == '\'' || c == '\\' || Character.isSurrogate(c)) {
                return false;
            }
        }
        return !value.isBlank()
                && value.charAt(0) != '|'
                && value.charAt(0) != '>'
                && value.charAt(value.length() - 1) != ' ';
    }
}
