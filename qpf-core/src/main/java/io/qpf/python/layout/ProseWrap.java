package io.qpf.python.layout;

import java.util.List;

/** Wraps a long line at its blanks. */
final class ProseWrap {
    private static final int HANGING = 4;

    private ProseWrap() {}

    /**
     * Adds one line of a docstring, in as many as it takes. What follows keeps the line's indentation; behind the name of an
     * entry ({@code name: …} with a deeper indentation) or a bullet it hangs.
     */
    static void wrap(String indent, String line, List<String> out) {
        if (Widths.codePoints(indent) + Widths.codePoints(line) <= Line.WIDTH) {
            out.add(indent + line);
            return;
        }
        int own = 0;
        while (line.charAt(own) == ' ') {
            own++;
        }
        String words = line.substring(own);
        String first = indent + " ".repeat(own);
        fill(first, first + " ".repeat(hanging(words, own)), words, out);
    }

    /** A comment on lines of its own. */
    static void comment(int depth, String comment, List<String> out) {
        boolean plain = comment.startsWith("# ") && !Comments.isType(comment);
        if (!plain || 4 * depth + Widths.codePoints(comment) <= Line.WIDTH) {
            out.add(comment);
            return;
        }
        // Lengths count from the column of the hash.
        int room = Line.WIDTH - 4 * depth;
        fill("# ", "# ", comment.substring(2).strip(), room, out);
    }

    private static int hanging(String words, int own) {
        if (words.startsWith("- ") || words.startsWith("* ")) {
            return 2;
        }
        int blank = words.indexOf(' ');
        boolean entry = own > 0 && blank > 0 && words.charAt(blank - 1) == ':';
        return entry ? HANGING : 0;
    }

    private static void fill(String first, String rest, String words, List<String> out) {
        fill(first, rest, words, Line.WIDTH, out);
    }

    private static void fill(String first, String rest, String words, int width, List<String> out) {
        StringBuilder line = new StringBuilder(first);
        int start = line.length();
        for (String word : words.split(" ", -1)) {
            boolean empty = line.length() == start;
            int length = Widths.codePoints(line.toString()) + Widths.codePoints(word) + (empty ? 0 : 1);
            if (!empty && length > width) {
                out.add(line.toString());
                line.setLength(0);
                line.append(rest);
                start = line.length();
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
        }
        out.add(line.toString());
    }
}
