package io.qpf.source;

import java.util.Arrays;

/** Where the lines of a text start, in UTF-16 units. LF, CR LF and CR alone end a line. */
final class LineStarts {
    private final String text;
    private final int[] starts;
    private final int count;

    LineStarts(String text) {
        this.text = text;
        boolean returns = text.indexOf('\r') >= 0;
        int[] found = new int[64];
        int lines = 0;
        for (int start = 0; start < text.length(); start = next(text, start, returns)) {
            if (lines == found.length) {
                found = Arrays.copyOf(found, 2 * lines);
            }
            found[lines++] = start;
        }
        starts = found;
        count = lines;
    }

    private static int next(String text, int from, boolean returns) {
        int feed = text.indexOf('\n', from);
        int end = feed < 0 ? text.length() : feed;
        int alone = returns ? text.indexOf('\r', from) : -1;
        return alone >= 0 && alone + 1 < end ? alone + 1 : Math.min(end + 1, text.length());
    }

    /** The offset of a line, or the end of the text past the last one. Lines are 1-based. */
    int of(int line) {
        return line <= count ? starts[line - 1] : text.length();
    }

    /** The line without its end, or an empty string where there is none. */
    String line(int number) {
        if (number < 1 || number > count) {
            return "";
        }
        int end = of(number + 1);
        while (end > of(number) && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(of(number), end);
    }

    private static boolean isBreak(char end) {
        return end == '\n' || end == '\r';
    }
}
