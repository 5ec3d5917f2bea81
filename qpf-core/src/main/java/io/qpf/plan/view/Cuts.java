package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts what one file would be too long for into several. */
final class Cuts {
    /** A literal up to here stays on its line. */
    private static final int SHORT = 20;

    private Cuts() {}

    /** At least one list; none takes more lines than that, unless one item alone does. */
    static <T> List<List<T>> of(List<T> items, ToIntFunction<T> lines, int longest) {
        List<List<T>> cut = new ArrayList<>();
        List<T> open = new ArrayList<>();
        int used = 0;
        for (T item : items) {
            int more = lines.applyAsInt(item);
            if (!open.isEmpty() && used + more > longest) {
                cut.add(open);
                open = new ArrayList<>();
                used = 0;
            }
            open.add(item);
            used += more;
        }
        cut.add(open);
        return cut;
    }

    /** About how many lines a literal takes beyond its first. */
    static int lines(PyExpr literal) {
        String text = literal.text();
        int lines = 0;
        if (text.length() > SHORT) {
            for (int at = 0; at < text.length(); at++) {
                char letter = text.charAt(at);
                lines += letter == ',' ? 1 : letter == '{' || letter == '[' ? 2 : 0;
            }
        }
        return lines;
    }
}
