package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line cut at one pair of brackets. */
record Cut(Line head, Line body, Line tail, Leaf opening, Leaf closing) {
    /** At the last pair that is not omitted and not empty. */
    static Optional<Cut> last(Line line, Set<Leaf> omitted) {
        List<Leaf> head = new ArrayList<>();
        List<Leaf> body = new ArrayList<>();
        List<Leaf> tail = new ArrayList<>();
        List<Leaf> current = tail;
        Leaf opening = null;
        Leaf closing = null;
        for (int i = line.leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = line.leaves.get(i);
            if (current == body && leaf == opening) {
                current = body.isEmpty() ? tail : head;
            }
            current.add(leaf);
            if (current == tail && leaf.kind.closes() && !omitted.contains(leaf)) {
                opening = leaf.opening;
                closing = leaf;
                current = body;
            }
        }
        if (opening == null || closing == null || head.isEmpty()) {
            return Optional.empty();
        }
        Collections.reverse(head);
        Collections.reverse(body);
        Collections.reverse(tail);
        Line bodyLine = BracketParts.body(body, line, opening);
        Line headLine = BracketParts.head(head, line);
        Line tailLine = BracketParts.tail(tail, line);
        return BracketParts.succeeded(bodyLine, tailLine)
                ? Optional.of(new Cut(headLine, bodyLine, tailLine, opening, closing))
                : Optional.empty();
    }
}
