package io.qpf.source;

/** Walks a plain or quoted scalar beside its value: line breaks fold, quotes double, backslashes escape. */
final class FlowWalk {
    private final TextAlignment alignment;
    private final SourceCursor cursor;
    private final int quote;

    FlowWalk(TextAlignment alignment) {
        this.alignment = alignment;
        cursor = alignment.cursor();
        int first = cursor.peek();
        quote = first == '"' || first == '\'' ? first : SourceCursor.END;
    }

    /** Whether every character of the value found its place. */
    boolean walk() {
        if (quote != SourceCursor.END) {
            cursor.step();
        }
        boolean fits = true;
        while (fits && !alignment.isDone()) {
            fits = step();
        }
        return fits;
    }

    private boolean step() {
        int point = cursor.peek();
        if (point == SourceCursor.END) {
            return false;
        }
        if (cursor.atWhite()) {
            return white();
        }
        if (quote == '"' && point == '\\') {
            return escape();
        }
        if (quote == '\'' && point == '\'') {
            cursor.step();
        }
        return alignment.match(cursor);
    }

    /** White space on one line stands for itself; a run with line breaks is a blank, or the breaks but one. */
    private boolean white() {
        Position start = cursor.here();
        String blanks = cursor.restOfLine();
        if (!blanks.isBlank()) {
            return alignment.match(cursor);
        }
        int breaks = 0;
        while (cursor.atWhite()) {
            breaks += cursor.peek() == '\n' ? 1 : 0;
            cursor.step();
        }
        return breaks > 0 && fold(start, breaks);
    }

    private boolean fold(Position start, int breaks) {
        if (breaks == 1 && alignment.wanted() == ' ') {
            alignment.place(start, start);
            return true;
        }
        boolean any = false;
        for (int count = 0; count < breaks && alignment.wanted() == '\n'; count++) {
            alignment.place(start, start);
            any = true;
        }
        while (quote == SourceCursor.END && alignment.wanted() == ' ') {
            alignment.place(start, start);
        }
        return any;
    }

    private boolean escape() {
        Position start = cursor.here();
        cursor.step();
        int kind = cursor.peek();
        if (kind == '\n') {
            return continueLine(start);
        }
        int point = point(kind);
        if (point != alignment.wanted()) {
            return false;
        }
        alignment.place(start, cursor.here());
        return true;
    }

    /** A backslash at the end of a line joins the next one without a blank; empty lines between are line breaks. */
    private boolean continueLine(Position start) {
        int breaks = -1;
        while (cursor.atWhite()) {
            breaks += cursor.peek() == '\n' ? 1 : 0;
            cursor.step();
        }
        return breaks == 0 || fold(start, breaks);
    }

    /** What an escape means; the cursor stands behind it then. */
    private int point(int kind) {
        int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        cursor.step();
        if (digits == 0) {
            return simple(kind);
        }
        int point = 0;
        for (int digit = 0; digit < digits; digit++) {
            point = point * 16 + Math.max(0, Character.digit(cursor.peek(), 16));
            cursor.step();
        }
        return point;
    }

    private static int simple(int kind) {
        return switch (kind) {
            case '0' -> 0x00;
            case 'a' -> 0x07;
            case 'b' -> 0x08;
            case 't', '\t' -> 0x09;
            case 'n' -> 0x0A;
            case 'v' -> 0x0B;
            case 'f' -> 0x0C;
            case 'r' -> 0x0D;
            case 'e' -> 0x1B;
            case 'N' -> 0x85;
            case '_' -> 0xA0;
            case 'L' -> 0x2028;
            case 'P' -> 0x2029;
            default -> kind;
        };
    }
}
