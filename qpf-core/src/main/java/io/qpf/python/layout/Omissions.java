package io.qpf.python.layout;

import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which closing brackets at the end of a line to pass over, step by step, as long as what they close stays on one line.
 *
 * <p>Lazy on purpose: an attempt may have shown parentheses, which the next step then sees.
 */
final class Omissions implements Iterator<Set<Leaf>> {
    private final Line line;
    private final Set<Leaf> omitted = new HashSet<>();
    private final Set<Leaf> inner = new HashSet<>();
    private @Nullable Leaf opening;
    private @Nullable Leaf closing;
    private int at;
    private int length;
    private boolean ready;
    private @Nullable Leaf pending;

    Omissions(Line line) {
        this.line = line;
        this.at = line.leaves.size() - 1;
        this.length = 4 * line.depth;
        this.ready = !line.magicComma;
    }

    @Override
    public boolean hasNext() {
        while (!ready && at >= 0) {
            Leaf before = at > 0 ? line.leaves.get(at - 1) : null;
            boolean goesOn;
            if (pending == null) {
                goesOn = pass(line.leaves.get(at), before);
            } else {
                goesOn = enter(pending, before);
                pending = null;
            }
            if (!goesOn) {
                at = -1;
            } else if (pending == null) {
                at--;
            }
        }
        return ready;
    }

    @Override
    public Set<Leaf> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return new HashSet<>(omitted);
    }

    /** Passes over one token; false where nothing before it may be passed over. */
    private boolean pass(Leaf leaf, @Nullable Leaf before) {
        if (leaf.text.indexOf('\n') >= 0 || leaf.is(Kind.STANDALONE_COMMENT)) {
            return false;
        }
        length += Widths.codePoints(leaf.prefix) + Widths.codePoints(leaf.text);
        if (length > Line.WIDTH || !line.commentsAfter(leaf).isEmpty()) {
            return false;
        }
        return opening != null ? insidePair(leaf, before) : betweenPairs(leaf, before);
    }

    private boolean insidePair(Leaf leaf, @Nullable Leaf before) {
        if (leaf == opening) {
            opening = null;
        } else if (leaf.kind.closes()) {
            if (explodes(leaf, before)) {
                return false;
            }
            inner.add(leaf);
        }
        return true;
    }

    private boolean betweenPairs(Leaf leaf, @Nullable Leaf before) {
        if (!leaf.kind.closes()) {
            return true;
        }
        if (before != null && before.kind.opens()) {
            // An empty pair is nothing to break at.
            inner.add(leaf);
            return true;
        }
        if (closing == null) {
            return enter(leaf, before);
        }
        omitted.add(closing);
        omitted.addAll(inner);
        inner.clear();
        ready = true;
        pending = leaf;
        return true;
    }

    private boolean enter(Leaf leaf, @Nullable Leaf before) {
        if (explodes(leaf, before)) {
            return false;
        }
        if (!leaf.invisible()) {
            opening = leaf.opening;
            closing = leaf;
        }
        return true;
    }

    /** A pair with a trailing comma is broken whatever happens. */
    private boolean explodes(Leaf leaf, @Nullable Leaf before) {
        return before != null
                && before.is(Kind.COMMA)
                && leaf.opening != null
                && !(leaf.is(Kind.RPAR) && line.oneItemBefore(leaf));
    }
}
