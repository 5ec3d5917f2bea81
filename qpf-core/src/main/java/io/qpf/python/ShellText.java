package io.qpf.python;

import java.nio.charset.StandardCharsets;

/** One word of a POSIX shell. */
final class ShellText {
    private ShellText() {}

    /** In single quotes; what may not stand raw in a file comes from printf, which every POSIX shell has. */
    static String word(String raw) {
        StringBuilder out = new StringBuilder(raw.length() + 2).append('\'');
        raw.codePoints().forEach(point -> {
            if (point == '\'') {
                out.append("'\\''");
            } else if (point == '\n' || point == '\t' || !CodePoints.hidden(point)) {
                out.appendCodePoint(point);
            } else {
                octal(out.append("'\"$(printf '"), point);
                out.append("')\"'");
            }
        });
        return out.append('\'').toString();
    }

    private static void octal(StringBuilder out, int point) {
        // No shell has a word for half a surrogate pair.
        int shown = CodePoints.surrogate(point) ? 0xFFFD : point;
        for (byte unit : Character.toString(shown).getBytes(StandardCharsets.UTF_8)) {
            out.append('\\')
                    .append((char) ('0' + ((unit >> 6) & 3)))
                    .append((char) ('0' + ((unit >> 3) & 7)))
                    .append((char) ('0' + (unit & 7)));
        }
    }
}
