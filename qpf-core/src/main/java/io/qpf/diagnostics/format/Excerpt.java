package io.qpf.diagnostics.format;

import io.qpf.source.Position;
import io.qpf.source.Span;
import java.util.Optional;

/**
 * The line of a place, as a terminal shows it.
 *
 * @param text the line, cut around the place if it is long
 * @param indent how many cells stand before the place
 * @param width how many cells the place takes on this line, at least one
 */
record Excerpt(int line, String text, int indent, int width) {
    private static final int LONGEST = 120;
    private static final int BEFORE = 40;
    private static final int CUT = 1;

    /** Empty for a place in a file without text, which is about the file as a whole. */
    static Optional<Excerpt> of(Span span) {
        String line = span.file().line(span.start().line());
        if (span.file().text().isEmpty()) {
            return Optional.empty();
        }
        int[] points = line.codePoints().map(Printable::cell).toArray();
        int start = Math.min(span.start().column() - 1, points.length);
        int end = Math.max(start, Math.min(endColumn(span), points.length));
        int from = points.length > LONGEST ? Math.max(0, start - BEFORE) : 0;
        int to = Math.min(points.length, from + LONGEST);
        String text = (from > 0 ? "…" : "") + new String(points, from, to - from) + (to < points.length ? "…" : "");
        int indent = cells(points, from, start) + (from > 0 ? CUT : 0);
        return Optional.of(new Excerpt(
                span.start().line(),
                text.stripTrailing(),
                indent,
                Math.max(1, cells(points, start, Math.max(start, Math.min(end, to))))));
    }

    private static int endColumn(Span span) {
        Position end = span.end();
        boolean sameLine = end.line() == span.start().line();
        return sameLine ? end.column() - 1 : Integer.MAX_VALUE;
    }

    private static int cells(int[] points, int from, int to) {
        int cells = 0;
        for (int index = from; index < to; index++) {
            cells += Printable.width(points[index]);
        }
        return cells;
    }
}
