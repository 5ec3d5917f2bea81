package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Breaks a function's head at its parameters, the first pair of parentheses. */
final class LeftHandSplit {
    private LeftHandSplit() {}

    static Optional<List<Line>> parts(Line line) {
        List<Leaf> head = new ArrayList<>();
        List<Leaf> body = new ArrayList<>();
        List<Leaf> tail = new ArrayList<>();
        Leaf opening = null;
        List<Leaf> current = head;
        for (Leaf leaf : line.leaves) {
            if (current == body && leaf.kind.closes() && leaf.opening == opening) {
                leaf.show();
                show(opening);
                current = body.isEmpty() ? head : tail;
            }
            current.add(leaf);
            if (current == head && leaf.is(Kind.LPAR)) {
                opening = leaf;
                current = body;
            }
        }
        if (opening == null || tail.isEmpty()) {
            return Optional.empty();
        }
        Line bodyLine = BracketParts.body(body, line, opening);
        Line tailLine = BracketParts.tail(tail, line);
        if (!BracketParts.succeeded(bodyLine, tailLine)) {
            return Optional.empty();
        }
        List<Line> parts = new ArrayList<>(List.of(BracketParts.head(head, line), bodyLine, tailLine));
        parts.removeIf(Line::isEmpty);
        return Optional.of(parts);
    }

    private static void show(@Nullable Leaf leaf) {
        if (leaf != null) {
            leaf.show();
        }
    }

    /** Whether the return type has a magic comma, which a break at the parameters would ignore. */
    static boolean returnTypeExplodes(Line line) {
        Line type = new Line(line.depth, false);
        boolean inside = false;
        int open = 0;
        for (Leaf leaf : line.leaves) {
            if (leaf.is(Kind.COLON)) {
                inside = false;
            }
            if (inside) {
                open += leaf.kind.opens() ? 1 : 0;
                type.appendFormatted(leaf, open > 0);
                open -= leaf.kind.closes() ? 1 : 0;
            }
            inside |= leaf.is(Kind.RARROW);
        }
        return type.magicComma;
    }
}
