package io.qpf.schema.load;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a bracket goes on from where it opens, over all lines that can belong to it: up to the next key or item beside it. */
final class BracketScan {
    private static final Pattern KEY_OR_ITEM =
            Pattern.compile("\\s*(?:-\\s.*|(?:[\\w.-][^:#]*|\"[^\"]*\"|'[^']*'):(?:\\s.*)?)");

    private final SourceFile file;
    private final int first;
    private final StringBuilder open = new StringBuilder();
    private Optional<Position> closed = Optional.empty();
    private Optional<Position> other = Optional.empty();
    private Optional<Position> quote = Optional.empty();
    private Optional<Position> longQuote = Optional.empty();
    private Optional<Position> longQuoteEnd = Optional.empty();
    private int last;

    private BracketScan(SourceFile file, Position opened) {
        this.file = file;
        first = opened.line();
        last = first;
        String line = file.line(first);
        int indent = Lines.indent(line);
        int count = (int) file.text().lines().count();
        read(first, Columns.before(line, opened.column()).length());
        for (int number = first + 1; number <= count && !isSettled(); number++) {
            String text = file.line(number);
            if (Lines.isSilent(text)) {
                continue;
            }
            if (Lines.indent(text) <= indent && KEY_OR_ITEM.matcher(text).matches()) {
                return;
            }
            last = Lines.indent(text) > indent ? number : last;
            read(number, 0);
        }
    }

    static BracketScan of(SourceFile file, Position opened) {
        return new BracketScan(file, opened);
    }

    /** Where it is closed, if it is. */
    Optional<Position> closed() {
        return closed;
    }

    /** The bracket of the other kind that is closed first, if one is. */
    Optional<Position> other() {
        return other;
    }

    /** The quote that is still open where the lines of the bracket end. */
    Optional<Position> openQuote() {
        return isSettled() ? Optional.empty() : quote;
    }

    /** The quote of a line above that is closed right before a place, where something follows that cannot. */
    Optional<Position> quoteClosedAt(Position at) {
        return longQuoteEnd
                .filter(it -> it.line() == at.line() && it.column() + 1 == at.column())
                .flatMap(it -> longQuote);
    }

    /** The last line that is indented deeper than the one that the bracket opens on, or that one. */
    int lastLine() {
        return last;
    }

    private boolean isSettled() {
        return closed.isPresent() || other.isPresent();
    }

    private void read(int number, int from) {
        String line = file.line(number);
        for (int at = from; at < line.length() && !isSettled(); at++) {
            char c = line.charAt(at);
            Position here = new Position(number, Columns.of(line, at));
            if (quote.isPresent()) {
                char mark = charAt(quote.get());
                at += mark == '"' && c == '\\' ? 1 : 0;
                if (c == mark) {
                    endQuote(here);
                }
            } else if (FlowText.beginsQuote(line, at)) {
                quote = Optional.of(here);
            } else if (c == '#' && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
                return;
            } else {
                step(c, here);
            }
        }
    }

    private void endQuote(Position here) {
        if (quote.filter(it -> it.line() < here.line()).isPresent()) {
            longQuote = quote;
            longQuoteEnd = Optional.of(here);
        }
        quote = Optional.empty();
    }

    private void step(char c, Position here) {
        if (c == '[' || c == '{') {
            open.append(c == '[' ? ']' : '}');
        } else if (c == ']' || c == '}') {
            if (open.charAt(open.length() - 1) != c) {
                other = Optional.of(here);
                return;
            }
            open.setLength(open.length() - 1);
            if (open.length() == 0) {
                closed = Optional.of(here);
            }
        }
    }

    private char charAt(Position position) {
        return Columns.from(file.line(position.line()), position.column()).charAt(0);
    }
}
