package io.qpf.python;

/** Backslash escapes: quoted strings of JSON, YAML and TOML, and hidden characters made visible in prose. */
final class TextEscapes {
    private static final String HEX = "0123456789abcdef";

    private TextEscapes() {}

    static String json(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            int point = text.codePointAt(i);
            if (shortEscape(out, unit)) {
                continue;
            }
            if (point > 0xFFFF) {
                i++;
            }
            if (!CodePoints.hidden(point)) {
                out.appendCodePoint(point);
            } else if (point > 0xFFFF) {
                hex(out.append("\\u"), Character.highSurrogate(point), 4);
                hex(out.append("\\u"), Character.lowSurrogate(point), 4);
            } else {
                hex(out.append("\\u"), point, 4);
            }
        }
        return out.append('"').toString();
    }

    static String yaml(String text) {
        return quoted(text, false);
    }

    /** As YAML, except that TOML has no escape for half a surrogate pair: the replacement character stands for it. */
    static String toml(String text) {
        return quoted(text, true);
    }

    private static String quoted(String text, boolean replaceSurrogates) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(point -> {
            if (point > 0xFFFF || !shortEscape(out, (char) point)) {
                if (replaceSurrogates && CodePoints.surrogate(point)) {
                    out.append("\\ufffd");
                } else {
                    escapeHidden(out, point);
                }
            }
        });
        return out.append('"').toString();
    }

    /** The text with its hidden characters as backslash escapes; backslashes doubled where they would read as such. */
    static String visible(String text, boolean doubleBackslash) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\\' && doubleBackslash) {
                out.append("\\\\");
            } else {
                escapeHidden(out, point);
            }
        });
        return out.toString();
    }

    static void escapeHidden(StringBuilder out, int point) {
        if (!CodePoints.hidden(point)) {
            out.appendCodePoint(point);
        } else if (point > 0xFFFF) {
            hex(out.append("\\U"), point, 8);
        } else {
            hex(out.append("\\u"), point, 4);
        }
    }

    static void hex(StringBuilder out, int value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX.charAt((value >> shift) & 0xF));
        }
    }

    /** The escapes that JSON, YAML and TOML share. */
    private static boolean shortEscape(StringBuilder out, char unit) {
        String escape = switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> "";
        };
        out.append(escape);
        return !escape.isEmpty();
    }
}
