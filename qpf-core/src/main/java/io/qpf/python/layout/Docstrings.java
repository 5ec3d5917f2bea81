package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Docstrings: indented with their block, quotes in place; long lines of prose wrapped, which black leaves to people. */
final class Docstrings {
    private final String indent;

    private Docstrings(int depth) {
        this.indent = "    ".repeat(depth);
    }

    static String laidOut(String literal, int depth) {
        return new Docstrings(depth).normalised(literal);
    }

    private String normalised(String literal) {
        String text = Strings.normalisedQuotes(Strings.normalisedPrefix(Strings.lowerEscapes(literal)));
        if (continues(text)) {
            return text;
        }
        int start = Strings.prefixLength(text);
        boolean triple = Strings.tripleQuoted(text);
        int width = triple ? 3 : 1;
        String quotes = text.substring(start, start + width);
        String body = text.substring(start + width, text.length() - width);
        if (body.isEmpty()) {
            return text;
        }
        String content = triple && body.indexOf('\n') >= 0 ? multiline(body) : PyStrip.strip(body);
        content = padded(content, quotes.charAt(0));
        String opening = text.substring(0, start) + quotes;
        return opening + content + (triple && closesBelow(content, body) ? "\n" + indent : "") + quotes;
    }

    /** A backslash at the end of a line joins it with the next: its blanks are not ours to change. */
    private static boolean continues(String text) {
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 1)) {
            int end = i + 1;
            while (end < text.length() && text.charAt(end) != '\n' && PyStrip.isSpace(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == '\n') {
                return true;
            }
        }
        return false;
    }

    private String multiline(String body) {
        List<String> lines = lines(body);
        int common = commonIndent(lines);
        List<String> out = new ArrayList<>();
        out.add(PyStrip.strip(lines.get(0)));
        if (common < 0) {
            return out.get(0);
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String kept = PyStrip.stripEnd(line.length() > common ? line.substring(common) : "");
            if (!kept.isEmpty()) {
                ProseWrap.wrap(indent, kept, out);
            } else {
                out.add(i == lines.size() - 1 ? indent : "");
            }
        }
        return String.join("\n", out);
    }

    private static List<String> lines(String body) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', start)) {
            lines.add(expanded(body.substring(start, end)));
            start = end + 1;
        }
        lines.add(expanded(body.substring(start)));
        return lines;
    }

    private static String expanded(String line) {
        int end = 0;
        StringBuilder blanks = new StringBuilder();
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            blanks.append(line.charAt(end++) == ' ' ? " " : " ".repeat(8 - blanks.length() % 8));
        }
        return end == line.length() ? line : blanks + line.substring(end);
    }

    /** Of all lines but the first; less than nothing if they are all blank. */
    private static int commonIndent(List<String> lines) {
        int common = Integer.MAX_VALUE;
        for (String line : lines.subList(1, lines.size())) {
            int blanks = 0;
            while (blanks < line.length() && PyStrip.isSpace(line.charAt(blanks))) {
                blanks++;
            }
            if (blanks < line.length()) {
                common = Math.min(common, blanks);
            }
        }
        return common == Integer.MAX_VALUE ? -1 : common;
    }

    /** Blanks between the text and quotes that would run into it. */
    private static String padded(String content, char quote) {
        if (content.isEmpty()) {
            return " ";
        }
        String padded = content.charAt(0) == quote ? " " + content : content;
        int backslashes = 0;
        while (backslashes < padded.length() && padded.charAt(padded.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        boolean ends = padded.charAt(padded.length() - 1) == quote || backslashes % 2 == 1;
        return ends ? padded + " " : padded;
    }

    private boolean closesBelow(String content, String body) {
        int lastBreak = content.lastIndexOf('\n');
        if (lastBreak < 0 || body.endsWith("\\")) {
            return false;
        }
        int lastLine = Widths.codePoints(content.substring(lastBreak + 1));
        return lastLine + 3 > Line.WIDTH && indent.length() + 3 <= Line.WIDTH;
    }
}
