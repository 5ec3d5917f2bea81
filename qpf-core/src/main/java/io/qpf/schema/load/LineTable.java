package io.qpf.schema.load;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.Arrays;

/**
 * Turns offsets in code points into lines and columns.
 *
 * <p>The parser counts lines as YAML 1.1 does, which breaks them at characters where no editor does; this table breaks
 * them at LF, CR LF and CR alone, as {@link SourceFile#line} does.
 */
final class LineTable {
    private final SourceFile file;
    private final int[] points;
    private final int[] starts;

    LineTable(SourceFile file) {
        this.file = file;
        points = points(file.text());
        int[] found = new int[points.length + 1];
        int count = 1;
        for (int index = 0; index < points.length; index++) {
            if (points[index] == '\n' || (points[index] == '\r' && !isAt(index + 1, '\n'))) {
                found[count++] = index + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** A loop and no stream: it runs over every character of every file, on every cold start. */
    private static int[] points(String text) {
        int[] points = new int[text.codePointCount(0, text.length())];
        int offset = 0;
        for (int index = 0; index < points.length; index++) {
            points[index] = text.codePointAt(offset);
            offset += Character.charCount(points[index]);
        }
        return points;
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, offset - starts[line] + 1);
    }

    /** The offset of a position, in code points; the end of the text for one behind it. */
    int offset(Position position) {
        return position.line() > starts.length
                ? points.length
                : Math.min(points.length, starts[position.line() - 1] + position.column() - 1);
    }

    /** The offset at which the line with this offset begins. */
    int lineStart(int offset) {
        return starts[position(offset).line() - 1];
    }

    /** The offset behind the line with this offset, and behind its end. */
    int lineEnd(int offset) {
        int line = position(offset).line();
        return line < starts.length ? starts[line] : points.length;
    }

    /** Whether the next character that is no blank is a colon, as behind a key. */
    boolean isColonAt(int offset) {
        int at = offset;
        while (at < points.length && points[at] == ' ') {
            at++;
        }
        return isAt(at, ':');
    }

    Span span(int from, int to) {
        return new Span(file, position(from), position(Math.max(from, to)));
    }

    /** The offset behind the last character that is no white space, and not before the start. */
    int trimmed(int from, int to) {
        int end = Math.min(to, points.length);
        while (end > from && Character.isWhitespace(points[end - 1])) {
            end--;
        }
        return end;
    }

    /** The start of the value itself, behind the anchor and the tag that may stand before it. */
    int afterProperties(int from, int to) {
        int at = from;
        while (at < to && (points[at] == '&' || points[at] == '!')) {
            while (at < to && !Character.isWhitespace(points[at])) {
                at++;
            }
            while (at < to && Character.isWhitespace(points[at])) {
                at++;
            }
        }
        return at;
    }

    private boolean isAt(int index, char wanted) {
        return index < points.length && points[index] == wanted;
    }
}
