package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a line is short enough; one with a string over many lines asks for more than a count. */
final class Fit {
    private Fit() {}

    static boolean onLine(Line line) {
        return onLine(line, line.text(), Line.WIDTH);
    }

    static boolean onLine(Line line, String text, int width) {
        if (line.has(Kind.STANDALONE_COMMENT)) {
            return false;
        }
        if (text.indexOf('\n') < 0) {
            return Widths.of(text) <= width;
        }
        String first = text.substring(0, text.indexOf('\n'));
        String last = text.substring(text.lastIndexOf('\n') + 1);
        return Widths.of(first) <= width && Widths.of(last) <= width && new MultilineFit(line, text).fits();
    }

    /** Whether only a comment behind an opening square bracket makes the line too long. */
    static boolean longByCommentInSubscript(Line line) {
        if (line.leaves.isEmpty()) {
            return false;
        }
        StringBuilder bare = new StringBuilder("    ".repeat(line.depth)).append(line.first().text);
        line.leaves.stream().skip(1).forEach(it -> bare.append(it.prefix).append(it.text));
        if (Widths.of(bare) > Line.WIDTH) {
            return false;
        }
        return line.comments().keySet().stream().allMatch(it -> it.is(Kind.LSQB));
    }

    /** A string over many lines may stay inline where it is the only thing that spans them. */
    private static final class MultilineFit {
        private final Line line;
        private final String text;
        private final List<Integer> commas = new ArrayList<>();
        private final List<Tree> contexts = new ArrayList<>();
        private @Nullable Leaf string;
        private int level = Integer.MAX_VALUE;

        MultilineFit(Line line, String text) {
            this.line = line;
            this.text = text;
        }

        boolean fits() {
            for (int i = 0; i < line.leaves.size(); i++) {
                Leaf leaf = line.leaves.get(i);
                if (level == Integer.MAX_VALUE && leavesStringAfterComma(leaf)) {
                    return false;
                }
                countComma(leaf, i);
                if (level != Integer.MAX_VALUE) {
                    level = Math.min(level, leaf.depth);
                }
                if (leaf.multiline()) {
                    if (inTernaryOrDict(leaf) || !contexts.isEmpty()) {
                        return false;
                    }
                    string = leaf;
                    addContexts(leaf);
                }
            }
            return contexts.isEmpty() || commas.stream().allMatch(it -> it == 0);
        }

        private boolean leavesStringAfterComma(Leaf leaf) {
            if (leaf.depth + 1 > commas.size()) {
                commas.add(0);
                return false;
            }
            if (leaf.depth + 1 == commas.size()) {
                return false;
            }
            int had = commas.remove(commas.size() - 1);
            if (string != null && string.depth == leaf.depth + 1) {
                level = leaf.depth;
                return had > 0;
            }
            return false;
        }

        private void countComma(Leaf leaf, int at) {
            if (!leaf.is(Kind.COMMA) || leaf.depth > level) {
                return;
            }
            Tree before = leaf.previous();
            boolean ignored = before == null || contexts.contains(before);
            if ((line.insideBrackets || leaf.depth > 0) && (at != line.leaves.size() - 1 || !ignored)) {
                commas.set(leaf.depth, commas.get(leaf.depth) + 1);
            }
        }

        private static boolean inTernaryOrDict(Leaf leaf) {
            return leaf.parent != null && (leaf.parent.is(Kind.TEST) || leaf.parent.parentIs(Kind.DICTSETMAKER));
        }

        private void addContexts(Leaf leaf) {
            Tree at = leaf;
            while (at != null && text.contains(at.source())) {
                contexts.add(at);
                at = at.parent;
            }
        }
    }
}
