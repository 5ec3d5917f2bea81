package io.qpf.policy;

/** Takes off the quotes, backticks and stars that a name or a condition as a whole stands in. */
final class Quotes {
    private static final String MARKS = "\"'`*";

    private Quotes() {}

    static String off(String words) {
        String inside = words.strip();
        while (isQuoted(inside)) {
            inside = inside.substring(1, inside.length() - 1).strip();
        }
        return inside;
    }

    static Slice off(Slice words) {
        Slice inside = words.trimmed();
        while (isQuoted(inside.value())) {
            inside = inside.sub(1, inside.to() - inside.from() - 1).trimmed();
        }
        return inside;
    }

    private static boolean isQuoted(String words) {
        char mark = words.length() < 3 ? ' ' : words.charAt(0);
        return MARKS.indexOf(mark) >= 0
                && words.charAt(words.length() - 1) == mark
                && (mark == '*' || words.indexOf(mark, 1) == words.length() - 1);
    }
}
