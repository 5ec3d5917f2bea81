package io.qpf.python;

/** Folds every run of white space into one blank, as a comment, a summary or a table cell needs it. */
final class OneLine {
    private OneLine() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == ' ' || CodePoints.oddSpace(point)) {
                blank = true;
                continue;
            }
            if (blank && !out.isEmpty()) {
                out.append(' ');
            }
            blank = false;
            out.appendCodePoint(point);
        }
        return out.toString();
    }
}
