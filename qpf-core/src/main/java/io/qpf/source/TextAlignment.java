package io.qpf.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the characters of a value again in its source, where quotes, escapes and line folding may stand between. */
final class TextAlignment {
    private final Text text;
    private final List<Position> starts = new ArrayList<>();
    private final List<Position> ends = new ArrayList<>();

    private TextAlignment(Text text) {
        this.text = text;
    }

    static TextAlignment of(Text text) {
        return exactly(text).orElseGet(() -> loosely(text));
    }

    /** Reads the source as YAML does; empty if that does not give the value, as for a part of an escaped text. */
    static Optional<TextAlignment> exactly(Text text) {
        TextAlignment alignment = new TextAlignment(text);
        int first = alignment.cursor().peek();
        boolean block = first == '|' || first == '>';
        boolean fits = block ? new BlockWalk(alignment).walk() : new FlowWalk(alignment).walk();
        return fits ? Optional.of(alignment) : Optional.empty();
    }

    private static TextAlignment loosely(Text text) {
        TextAlignment alignment = new TextAlignment(text);
        alignment.walkLoosely();
        return alignment;
    }

    String value() {
        return text.value();
    }

    SourceCursor cursor() {
        return new SourceCursor(text.span());
    }

    /** How many UTF-16 units of the value have a place already. */
    int placed() {
        return starts.size();
    }

    boolean isDone() {
        return placed() == value().length();
    }

    /** The next code point of the value, or {@link SourceCursor#END}. */
    int wanted() {
        return isDone() ? SourceCursor.END : value().codePointAt(placed());
    }

    /** Gives the next code point of the value its place. */
    void place(Position start, Position end) {
        int units = Character.charCount(wanted());
        for (int unit = 0; unit < units; unit++) {
            starts.add(start);
            ends.add(end);
        }
    }

    /** Steps over the code point at the cursor if it is the next one of the value. */
    boolean match(SourceCursor cursor) {
        if (isDone() || cursor.peek() != wanted()) {
            return false;
        }
        Position start = cursor.here();
        cursor.step();
        place(start, cursor.here().line() == start.line() ? cursor.here() : start);
        return true;
    }

    Span part(int from, int to) {
        int start = Math.max(0, Math.min(from, value().length()));
        int end = Math.max(start, Math.min(to, value().length()));
        Position first =
                start < value().length() ? starts.get(start) : text.span().end();
        return new Span(text.span().file(), first, end > start ? ends.get(end - 1) : first);
    }

    /** For a value that is not what the source reads as: each character at its next occurrence, if there is one. */
    private void walkLoosely() {
        SourceCursor cursor = cursor();
        // What did not stand ahead once stands ahead never, and is not searched for again: a long text takes linear
        // time.
        Set<Integer> absent = new HashSet<>();
        while (!isDone()) {
            int wanted = wanted();
            SourceCursor ahead = cursor.copy();
            while (!absent.contains(wanted) && ahead.peek() != SourceCursor.END && !alike(ahead.peek(), wanted)) {
                ahead.step();
            }
            if (absent.contains(wanted) || ahead.peek() == SourceCursor.END) {
                absent.add(wanted);
                place(cursor.here(), cursor.here());
            } else {
                Position start = ahead.here();
                ahead.step();
                place(start, new Position(start.line(), start.column() + 1));
                cursor = ahead;
            }
        }
    }

    private static boolean alike(int found, int wanted) {
        return found == wanted || (Character.isWhitespace(found) && Character.isWhitespace(wanted));
    }
}
