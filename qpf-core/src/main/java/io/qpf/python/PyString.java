package io.qpf.python;

/** Python string literals in the form that black leaves alone. */
final class PyString {
    private PyString() {}

    /** Double quotes, unless single ones need fewer escapes: black's own choice. */
    static String literal(String raw) {
        int singles = 0;
        int doubles = 0;
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\'') {
                singles++;
            } else if (raw.charAt(i) == '"') {
                doubles++;
            }
        }
        char quote = doubles > singles ? '\'' : '"';
        StringBuilder out = new StringBuilder(raw.length() + 2).append(quote);
        for (int i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            append(out, raw.codePointAt(i), quote);
        }
        return out.append(quote).toString();
    }

    private static void append(StringBuilder out, int point, char quote) {
        switch (point) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (point == quote) {
                    out.append('\\').append(quote);
                } else if (CodePoints.hidden(point) || CodePoints.oddSpace(point)) {
                    escape(out, point);
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }

    private static void escape(StringBuilder out, int point) {
        if (point > 0xFFFF) {
            TextEscapes.hex(out.append("\\U"), point, 8);
        } else if (point > 0xFF) {
            TextEscapes.hex(out.append("\\u"), point, 4);
        } else {
            TextEscapes.hex(out.append("\\x"), point, 2);
        }
    }
}
