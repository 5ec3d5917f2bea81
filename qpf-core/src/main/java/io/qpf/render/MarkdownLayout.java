package io.qpf.render;

import java.util.List;

/**
 * Markdown's blank lines: never two in a row outside of code, none at either end.
 *
 * <p>A template's blocks may come and go, so that each brings a blank line of its own and none counts them.
 */
final class MarkdownLayout {
    private static final String FENCE = "```";

    private MarkdownLayout() {}

    static String tidy(String markdown) {
        StringBuilder out = new StringBuilder(markdown.length());
        boolean blank = true;
        String fence = "";
        for (String line : List.of(markdown.split("\n", -1))) {
            fence = fenceAfter(line, fence);
            if (line.isEmpty() && blank && fence.isEmpty()) {
                continue;
            }
            blank = line.isEmpty();
            out.append(line).append('\n');
        }
        return blank && out.length() > 1 ? out.substring(0, out.length() - 1) : out.toString();
    }

    /** The fence that is open behind a line; a fence closes by as many backticks as it opened with, or more. */
    private static String fenceAfter(String line, String open) {
        if (open.isEmpty()) {
            return line.startsWith(FENCE) ? backticks(line) : "";
        }
        boolean closes = line.startsWith(open) && backticks(line).length() == line.length();
        return closes ? "" : open;
    }

    private static String backticks(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return line.substring(0, end);
    }
}
