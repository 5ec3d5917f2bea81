package io.qpf.schema.load;

/** Columns count code points, strings count UTF-16 units. */
final class Columns {
    private Columns() {}

    static int of(String line, int offset) {
        return line.codePointCount(0, offset) + 1;
    }

    static String before(String line, int column) {
        return line.substring(0, offset(line, column));
    }

    static String from(String line, int column) {
        return line.substring(offset(line, column));
    }

    private static int offset(String line, int column) {
        int points = line.codePointCount(0, line.length());
        return line.offsetByCodePoints(0, Math.min(column - 1, points));
    }
}
