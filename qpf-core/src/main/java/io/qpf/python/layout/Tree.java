package io.qpf.python.layout;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of the syntax tree; knows where it hangs, since the layout of a token depends on its surroundings. */
abstract sealed class Tree permits Leaf, Node {
    final Kind kind;

    @Nullable
    Node parent;

    int index;

    Tree(Kind kind) {
        this.kind = kind;
    }

    final boolean is(Kind other) {
        return kind == other;
    }

    final boolean parentIs(Kind other) {
        return parent != null && parent.kind == other;
    }

    final @Nullable Tree previous() {
        return parent == null || index == 0 ? null : parent.children.get(index - 1);
    }

    final @Nullable Tree next() {
        return parent == null || index + 1 == parent.children.size() ? null : parent.children.get(index + 1);
    }

    final boolean previousIs(Kind other) {
        Tree previous = previous();
        return previous != null && previous.kind == other;
    }

    final boolean nextIs(Kind other) {
        Tree next = next();
        return next != null && next.kind == other;
    }

    /** Visits the leaves in the order of the source. */
    abstract void leaves(Consumer<Leaf> visitor);

    abstract Leaf firstLeaf();

    /** The text with the blanks that it has so far. */
    final String source() {
        StringBuilder out = new StringBuilder();
        leaves(it -> out.append(it.prefix).append(it.text));
        return out.toString();
    }
}
