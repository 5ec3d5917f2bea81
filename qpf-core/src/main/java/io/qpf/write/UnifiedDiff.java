package io.qpf.write;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts in the form that {@code diff -u} prints, without headers. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    /** Beyond this many pairs of lines the middle is shown as replaced; the file is the better place to look then. */
    private static final long PAIRS = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    private UnifiedDiff(String before, String after) {
        this.before = before.lines().toList();
        this.after = after.lines().toList();
        compare();
    }

    /** A line of either text: kept, taken away or added. */
    private record Line(char mark, String text, int oldNumber, int newNumber) {}

    static UnifiedDiff of(String before, String after) {
        return new UnifiedDiff(before, after);
    }

    /** The first line of the later text that differs, 1-based. */
    int firstChange() {
        return lines.stream()
                .filter(it -> it.mark != ' ')
                .findFirst()
                .map(Line::newNumber)
                .orElse(1);
    }

    private void compare() {
        int top = 0;
        int shorter = Math.min(before.size(), after.size());
        while (top < shorter && before.get(top).equals(after.get(top))) {
            keep(top, top);
            top++;
        }
        int bottom = 0;
        while (bottom < shorter - top && same(before.size() - 1 - bottom, after.size() - 1 - bottom)) {
            bottom++;
        }
        middle(top, before.size() - bottom, after.size() - bottom);
        for (int i = bottom; i > 0; i--) {
            keep(before.size() - i, after.size() - i);
        }
    }

    private void middle(int top, int oldEnd, int newEnd) {
        boolean comparable = (long) (oldEnd - top) * (newEnd - top) <= PAIRS;
        int[][] common = comparable ? commonLengths(top, oldEnd, newEnd) : new int[0][0];
        int i = top;
        int j = top;
        while (i < oldEnd || j < newEnd) {
            boolean bothLeft = comparable && i < oldEnd && j < newEnd;
            if (bothLeft && same(i, j)) {
                keep(i++, j++);
            } else if (i < oldEnd && (!bothLeft || common[i - top + 1][j - top] >= common[i - top][j - top + 1])) {
                lines.add(new Line('-', before.get(i), i + 1, j + 1));
                i++;
            } else {
                lines.add(new Line('+', after.get(j), i + 1, j + 1));
                j++;
            }
        }
    }

    /** Lengths of the longest common subsequences of all tails. */
    private int[][] commonLengths(int top, int oldEnd, int newEnd) {
        int[][] common = new int[oldEnd - top + 1][newEnd - top + 1];
        for (int i = oldEnd - 1; i >= top; i--) {
            for (int j = newEnd - 1; j >= top; j--) {
                common[i - top][j - top] = same(i, j)
                        ? common[i - top + 1][j - top + 1] + 1
                        : Math.max(common[i - top + 1][j - top], common[i - top][j - top + 1]);
            }
        }
        return common;
    }

    private boolean same(int i, int j) {
        return before.get(i).equals(after.get(j));
    }

    private void keep(int i, int j) {
        lines.add(new Line(' ', before.get(i), i + 1, j + 1));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (from < lines.size()) {
            if (lines.get(from).mark == ' ') {
                from++;
                continue;
            }
            int end = hunkEnd(from);
            appendHunk(text, lines.subList(Math.max(0, from - CONTEXT), end));
            from = end;
        }
        return text.toString();
    }

    /** Just behind the context of the last change that is near enough to the ones before it. */
    private int hunkEnd(int from) {
        int lastChange = from;
        for (int i = from; i < lines.size() && i - lastChange <= 2 * CONTEXT; i++) {
            lastChange = lines.get(i).mark == ' ' ? lastChange : i;
        }
        return Math.min(lines.size(), lastChange + 1 + CONTEXT);
    }

    private static void appendHunk(StringBuilder text, List<Line> hunk) {
        long olds = hunk.stream().filter(it -> it.mark != '+').count();
        long news = hunk.stream().filter(it -> it.mark != '-').count();
        Line first = hunk.get(0);
        text.append("@@ -")
                .append(olds == 0 ? first.oldNumber - 1 : first.oldNumber)
                .append(',')
                .append(olds);
        text.append(" +")
                .append(news == 0 ? first.newNumber - 1 : first.newNumber)
                .append(',')
                .append(news);
        text.append(" @@\n");
        hunk.forEach(it -> text.append(it.mark).append(it.text).append('\n'));
    }
}
