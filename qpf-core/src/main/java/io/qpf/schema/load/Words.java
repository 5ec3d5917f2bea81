package io.qpf.schema.load;

import io.qpf.schema.Datum;

/** How messages call values. */
final class Words {
    private static final int LONGEST_LINE = 600;

    private Words() {}

    static String of(Datum datum) {
        if (datum instanceof Datum.Scalar scalar) {
            return of(scalar.kind());
        }
        return datum instanceof Datum.Mapping ? "a mapping" : "a list";
    }

    static String of(Datum.Kind kind) {
        return switch (kind) {
            case NULL -> "nothing";
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case FLOAT -> "a number";
            case STRING -> "a text";
        };
    }

    /** The start of a text, on one line, for a message. */
    static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(40, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    /** A message or hint, cut where it is too long to read because it quotes a very long line. */
    static String line(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_LINE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_LINE)) + "…";
    }

    /** The text as a quoted YAML scalar. */
    static String quoted(String text) {
        return text.contains("\"") || text.contains("\\") ? "'" + text.replace("'", "''") + "'" : "\"" + text + "\"";
    }
}
