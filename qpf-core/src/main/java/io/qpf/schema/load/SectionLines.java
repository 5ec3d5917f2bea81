package io.qpf.schema.load;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which lines of a file make a section: from a key at the margin to the next one, whether they are YAML or not. */
final class SectionLines {
    private static final Pattern KEY = Pattern.compile("([A-Za-z]\\w*)\\s*(:?)(?:\\s.*)?");

    private SectionLines() {}

    /** The lines of a text with their ends. */
    static String[] of(String text) {
        return text.split("(?<=\n)|(?<=\r)(?!\n)", -1);
    }

    /** The index of the line that a section begins on, of one of its lines. */
    static int first(List<String> lines, int line) {
        int start = Math.min(line, lines.size()) - 1;
        while (start > 0 && !KEY.matcher(lines.get(start).stripTrailing()).matches()) {
            start--;
        }
        return start;
    }

    /** The index behind the last line of a section, by the index of its first one. */
    static int end(List<String> lines, int first) {
        int end = first + 1;
        while (end < lines.size() && !startsSection(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean startsSection(String line) {
        Matcher key = KEY.matcher(line.stripTrailing());
        return line.startsWith("---") || (key.matches() && !key.group(2).isEmpty());
    }

    /** The key at the margin of a line; empty if there is none. */
    static String key(String line) {
        Matcher key = KEY.matcher(line.stripTrailing());
        return key.matches() ? key.group(1) : "";
    }

    /** A line as long as this one that says nothing. */
    static String blank(String line) {
        StringBuilder blank = new StringBuilder(line.length());
        line.codePoints().forEach(it -> blank.append(it == '\n' || it == '\r' ? (char) it : ' '));
        return blank.toString();
    }

    /** The text with nothing but these lines, which stay where they are; their indices are from and to. */
    static String only(List<String> lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < lines.size(); at++) {
            text.append(at >= from && at < to ? lines.get(at) : blank(lines.get(at)));
        }
        return text.toString();
    }
}
