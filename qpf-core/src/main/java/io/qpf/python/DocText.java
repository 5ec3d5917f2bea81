package io.qpf.python;

/** Text for one line inside a docstring in double quotes. */
final class DocText {
    private DocText() {}

    static String escape(String raw) {
        String line = TextEscapes.visible(OneLine.of(raw), true);
        if (line.indexOf('"') < 0) {
            return line;
        }
        StringBuilder out = new StringBuilder(line.length() + 4);
        for (int i = 0; i < line.length(); i++) {
            // A quote is harmless unless it can end the docstring: in a run of three, or as the last character.
            if (line.charAt(i) == '"' && (inRunOfThree(line, i) || i == line.length() - 1)) {
                out.append('\\');
            }
            out.append(line.charAt(i));
        }
        return out.toString();
    }

    private static boolean inRunOfThree(String line, int at) {
        int start = at;
        while (start > 0 && line.charAt(start - 1) == '"') {
            start--;
        }
        int end = at;
        while (end < line.length() && line.charAt(end) == '"') {
            end++;
        }
        // A run of two at the end would meet the closing quotes, one at the start the opening ones.
        return end - start >= 3 || (end - start == 2 && (end == line.length() || start == 0));
    }
}
