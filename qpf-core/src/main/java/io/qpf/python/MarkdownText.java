package io.qpf.python;

/** Text inside Markdown. */
final class MarkdownText {
    private static final String SPECIAL = "\\`*_{}[]#|~$";

    private MarkdownText() {}

    /** Escapes whatever could be markup, at the start of a line too, since nobody knows where the text will stand. */
    static String inline(String raw) {
        String line = OneLine.of(raw);
        StringBuilder out = new StringBuilder(line.length() + 8);
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            if (point < 0x80 && special(line, i)) {
                out.append('\\').append((char) point);
            } else if (CodePoints.hidden(point)) {
                out.append('\\');
                TextEscapes.escapeHidden(out, point);
            } else {
                out.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /** Fenced by more backticks than the text has in a row. */
    static String code(String raw) {
        String line = TextEscapes.visible(OneLine.of(raw), false);
        String fence = "`".repeat(longestRun(line) + 1);
        boolean pad = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
        // A pipe ends a table's cell even inside code.
        String body = line.replace("|", "\\|");
        return pad ? fence + " " + body + " " + fence : fence + body + fence;
    }

    /** Every line as it is written, in a block that is fenced by more backticks than the text has in a row. */
    static String block(String raw) {
        StringBuilder lines = new StringBuilder();
        raw.stripTrailing()
                .lines()
                .forEach(it -> lines.append(
                                TextEscapes.visible(tabless(it), false).stripTrailing())
                        .append('\n'));
        String fence = "`".repeat(Math.max(3, longestRun(lines.toString()) + 1));
        return fence + "text\n" + lines + fence;
    }

    private static String tabless(String line) {
        return line.replace("\t", "    ");
    }

    private static boolean special(String line, int at) {
        char mark = line.charAt(at);
        if (mark == '_') {
            return !(inWord(line, at - 1) && inWord(line, at + 1));
        }
        if (SPECIAL.indexOf(mark) >= 0) {
            return true;
        }
        if (mark == '<' || mark == '&') {
            return !atBreak(line, at + 1);
        }
        if (mark == '>') {
            return at == 0;
        }
        if (mark == '+' || mark == '-' || mark == '=') {
            return at == 0;
        }
        if (mark == '.' || mark == ')') {
            return endsListNumber(line, at);
        }
        return mark == '!' && at + 1 < line.length() && line.charAt(at + 1) == '[';
    }

    /** Whether a sign stands for itself: before a blank or a digit it opens no tag and no entity. */
    private static boolean atBreak(String line, int at) {
        return at >= line.length() || line.charAt(at) == ' ' || Character.isDigit(line.charAt(at));
    }

    private static boolean endsListNumber(String line, int at) {
        if (at + 1 < line.length() && line.charAt(at + 1) != ' ') {
            return false;
        }
        for (int i = 0; i < at; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return at > 0 && at < 10;
    }

    private static boolean inWord(String line, int at) {
        return at >= 0 && at < line.length() && Character.isLetterOrDigit(line.charAt(at));
    }

    private static int longestRun(String line) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
