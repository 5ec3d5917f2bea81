package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows a line's tokens: how deep each stands, which bracket closes which, and where the line may break at its top. */
final class Brackets {
    private static final int DELIMITERS = 8;

    private final List<@Nullable Leaf> open = new ArrayList<>();
    private final List<Integer> forLoops = new ArrayList<>();
    private final List<Integer> lambdas = new ArrayList<>();
    private int depth;
    private int unclosed;
    private @Nullable Leaf previous;
    private @Nullable Map<Leaf, Integer> delimiters;
    private @Nullable List<Leaf> invisible;

    int depth() {
        return depth;
    }

    void mark(Leaf leaf) {
        if (leaf.is(Kind.COMMENT) || (depth == 0 && leaf.kind.closes())) {
            return;
        }
        closeWord(forLoops, leaf.word("in"));
        closeWord(lambdas, leaf.is(Kind.COLON));
        if (leaf.kind.closes()) {
            close(leaf);
        }
        leaf.depth = depth;
        if (depth == 0) {
            delimiter(leaf);
        }
        if (leaf.kind.opens()) {
            open(leaf);
        }
        previous = leaf;
        // Commas between "for" and "in", or between "lambda" and its colon, are no places to break.
        openWord(leaf, lambdas, "lambda");
        openWord(leaf, forLoops, "for");
    }

    boolean anyOpen() {
        return unclosed > 0;
    }

    boolean anyOpenForOrLambda() {
        return !forLoops.isEmpty() || !lambdas.isEmpty();
    }

    /** The square bracket that the next token stands directly in, if any. */
    @Nullable
    Leaf openSubscript() {
        Leaf innermost = depth > 0 && depth <= open.size() ? open.get(depth - 1) : null;
        return innermost != null && innermost.is(Kind.LSQB) ? innermost : null;
    }

    boolean hasDelimiters() {
        return delimiters != null;
    }

    int priority(Leaf leaf) {
        return delimiters == null ? 0 : delimiters.getOrDefault(leaf, 0);
    }

    /** The highest priority of all delimiters but one; zero if there is none. */
    int highest(@Nullable Leaf except) {
        int highest = 0;
        if (delimiters != null) {
            for (Map.Entry<Leaf, Integer> it : delimiters.entrySet()) {
                if (it.getKey() != except) {
                    highest = Math.max(highest, it.getValue());
                }
            }
        }
        return highest;
    }

    int count(int priority) {
        int count = 0;
        if (delimiters != null) {
            for (int it : delimiters.values()) {
                count += it == priority ? 1 : 0;
            }
        }
        return count;
    }

    boolean hasInvisible() {
        return invisible != null;
    }

    boolean anyInvisibleShown() {
        return invisible != null && invisible.stream().anyMatch(it -> !it.invisible());
    }

    private void delimiter(Leaf leaf) {
        int before = Delimiters.before(leaf, previous);
        if (before > 0 && previous != null) {
            put(previous, before);
        } else if (leaf.is(Kind.COMMA)) {
            put(leaf, Delimiters.COMMA);
        }
    }

    private void put(Leaf leaf, int priority) {
        if (delimiters == null) {
            delimiters = new HashMap<>(DELIMITERS);
        }
        delimiters.put(leaf, priority);
    }

    private void open(Leaf leaf) {
        while (open.size() <= depth) {
            open.add(null);
        }
        open.set(depth, leaf);
        depth++;
        unclosed++;
        noteInvisible(leaf);
    }

    private void close(Leaf leaf) {
        depth--;
        Leaf opening = depth < open.size() ? open.get(depth) : null;
        if (opening == null || opening.kind.closing() != leaf.kind) {
            throw new IllegalArgumentException("line " + leaf.line + ": '" + leaf.text + "' closes no open bracket");
        }
        open.set(depth, null);
        leaf.opening = opening;
        unclosed--;
        noteInvisible(leaf);
    }

    private void noteInvisible(Leaf leaf) {
        if (leaf.invisible()) {
            if (invisible == null) {
                invisible = new ArrayList<>();
            }
            invisible.add(leaf);
        }
    }

    private void openWord(Leaf leaf, List<Integer> depths, String word) {
        if (leaf.word(word)) {
            depths.add(++depth);
        }
    }

    private void closeWord(List<Integer> depths, boolean closes) {
        if (closes && !depths.isEmpty() && depths.get(depths.size() - 1) == depth) {
            depth--;
            depths.remove(depths.size() - 1);
        }
    }
}
