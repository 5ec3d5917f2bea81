package io.qpf.python.layout;

/** String literals as black normalises them: prefix, quotes, escapes in lower case. */
final class Strings {
    private Strings() {}

    static String normalised(String literal) {
        return normalisedQuotes(normalisedPrefix(lowerEscapes(literal)));
    }

    static int prefixLength(String literal) {
        int at = 0;
        while (literal.charAt(at) != '"' && literal.charAt(at) != '\'') {
            at++;
        }
        return at;
    }

    static boolean tripleQuoted(String literal) {
        int at = prefixLength(literal);
        return literal.startsWith("\"\"\"", at) || literal.startsWith("'''", at);
    }

    static boolean hasPrefix(String literal, char wanted) {
        for (int i = 0; i < prefixLength(literal); i++) {
            if ((literal.charAt(i) | 0x20) == wanted) {
                return true;
            }
        }
        return false;
    }

    static String normalisedPrefix(String literal) {
        int length = prefixLength(literal);
        if (length == 0) {
            return literal;
        }
        StringBuilder prefix = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char mark = literal.charAt(i);
            switch (mark) {
                case 'F' -> prefix.append('f');
                case 'B' -> prefix.append('b');
                case 'u', 'U' -> {}
                default -> prefix.append(mark);
            }
        }
        if (prefix.length() == 2 && (prefix.charAt(0) | 0x20) != 'r') {
            prefix.reverse();
        }
        return prefix + literal.substring(length);
    }

    /** Double quotes, unless they need more backslashes. */
    static String normalisedQuotes(String literal) {
        int start = prefixLength(literal);
        boolean triple = tripleQuoted(literal);
        char quote = literal.charAt(start);
        if (triple && quote == '"') {
            return literal;
        }
        int width = triple ? 3 : 1;
        String prefix = literal.substring(0, start);
        String body = literal.substring(start + width, literal.length() - width);
        if (hasPrefix(literal, 'r')) {
            return raw(literal, prefix, body, quote, triple);
        }
        if (triple) {
            return fromTripleSingle(literal, prefix, body);
        }
        return fromSimple(literal, prefix, body, quote);
    }

    private static String raw(String literal, String prefix, String body, char quote, boolean triple) {
        String wanted = triple ? "\"\"\"" : quote == '"' ? "'" : "\"";
        // Plain double quotes are kept as they are: as many backslashes, and preferred.
        boolean keep = quote == '"' || hasUnescaped(body, wanted) || (triple && body.endsWith("\""));
        return keep ? literal : prefix + wanted + body + wanted;
    }

    private static String fromTripleSingle(String literal, String prefix, String body) {
        if (hasUnescaped(body, "\"\"\"") || body.endsWith("\"")) {
            return literal;
        }
        return prefix + "\"\"\"" + body + "\"\"\"";
    }

    private static String fromSimple(String literal, String prefix, String body, char quote) {
        char other = quote == '"' ? '\'' : '"';
        if (body.indexOf('\\') < 0 && body.indexOf(other) < 0) {
            return quote == '"' ? literal : prefix + other + body + other;
        }
        String lean = unescape(body, other);
        String turned = escape(unescape(lean, quote), other);
        if (hasPrefix(literal, 'f') && backslashInField(turned)) {
            return prefix + quote + lean + quote;
        }
        int now = count(lean);
        int then = count(turned);
        boolean keep = then > now || (then == now && quote == '"');
        return keep ? prefix + quote + lean + quote : prefix + other + turned + other;
    }

    /** Drops the backslash before a quote that needs none. */
    private static String unescape(String body, char quote) {
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char unit = body.charAt(i);
            if (unit == '\\' && i + 1 < body.length()) {
                char next = body.charAt(++i);
                if (next != quote) {
                    out.append(unit);
                }
                out.append(next);
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }

    private static String escape(String body, char quote) {
        StringBuilder out = new StringBuilder(body.length() + 4);
        for (int i = 0; i < body.length(); i++) {
            char unit = body.charAt(i);
            if (unit == '\\' && i + 1 < body.length()) {
                out.append(unit).append(body.charAt(++i));
            } else if (unit == quote) {
                out.append('\\').append(unit);
            } else {
                out.append(unit);
            }
        }
        return out.toString();
    }

    private static boolean hasUnescaped(String body, String quote) {
        for (int i = body.indexOf(quote); i >= 0; i = body.indexOf(quote, i + 1)) {
            int backslashes = 0;
            while (i - backslashes > 0 && body.charAt(i - backslashes - 1) == '\\') {
                backslashes++;
            }
            if (backslashes % 2 == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean backslashInField(String body) {
        boolean field = false;
        for (int i = 0; i < body.length(); i++) {
            char unit = body.charAt(i);
            boolean doubled = i + 1 < body.length() && body.charAt(i + 1) == unit;
            if (unit == '{' && !field && doubled) {
                i++;
            } else if (unit == '{') {
                field = true;
            } else if (unit == '}') {
                field = false;
            } else if (unit == '\\' && field) {
                return true;
            }
        }
        return false;
    }

    private static int count(String body) {
        return (int) body.chars().filter(it -> it == '\\').count();
    }

    /** Hexadecimal digits of escapes in lower case, names of characters in capitals. */
    static String lowerEscapes(String literal) {
        if (literal.indexOf('\\') < 0 || hasPrefix(literal, 'r')) {
            return literal;
        }
        StringBuilder out = new StringBuilder(literal);
        int at = out.indexOf("\\");
        while (at >= 0 && at + 1 < out.length()) {
            switch (out.charAt(at + 1)) {
                case 'x' -> lower(out, at + 2, 2);
                case 'u' -> lower(out, at + 2, 4);
                case 'U' -> lower(out, at + 2, 8);
                case 'N' -> upperName(out, at + 2);
                default -> {}
            }
            at = out.indexOf("\\", at + 2);
        }
        return out.toString();
    }

    private static void lower(StringBuilder out, int from, int digits) {
        if (from + digits > out.length()) {
            return;
        }
        for (int i = from; i < from + digits; i++) {
            if (Character.digit(out.charAt(i), 16) < 0) {
                return;
            }
        }
        for (int i = from; i < from + digits; i++) {
            if (out.charAt(i) >= 'A' && out.charAt(i) <= 'F') {
                out.setCharAt(i, (char) (out.charAt(i) + 32));
            }
        }
    }

    private static void upperName(StringBuilder out, int from) {
        int end = out.indexOf("}", from);
        if (from >= out.length() || out.charAt(from) != '{' || end < 0) {
            return;
        }
        for (int i = from + 1; i < end; i++) {
            if (out.charAt(i) >= 'a' && out.charAt(i) <= 'z') {
                out.setCharAt(i, (char) (out.charAt(i) - 32));
            }
        }
    }
}
