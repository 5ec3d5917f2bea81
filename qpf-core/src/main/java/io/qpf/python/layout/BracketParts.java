package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the lines of a break at a bracket pair: what stands before and with the opening one, inside, and from the closing one on. */
final class BracketParts {
    private BracketParts() {}

    static Line head(List<Leaf> leaves, Line original) {
        Line head = new Line(original.depth, false);
        fill(head, leaves, original, insideMatching(leaves));
        return head;
    }

    static Line tail(List<Leaf> leaves, Line original) {
        Line tail = new Line(original.depth, false);
        fill(tail, leaves, original, Set.of());
        return tail;
    }

    static Line body(List<Leaf> leaves, Line original, Leaf opening) {
        Line body = new Line(original.depth + 1, true);
        fill(body, withTrailingComma(leaves, original, opening), original, Set.of());
        body.explode = explodes(body, opening);
        return body;
    }

    /** An empty body saves too little to be worth a line. */
    static boolean succeeded(Line body, Line tail) {
        return !body.isEmpty() || tail.text().strip().length() >= 3;
    }

    private static void fill(Line line, List<Leaf> leaves, Line original, Set<Leaf> tracked) {
        for (Leaf leaf : leaves) {
            line.appendFormatted(leaf, tracked.contains(leaf));
            for (Leaf comment : original.commentsAfter(leaf)) {
                line.appendFormatted(comment, false);
            }
        }
    }

    private static List<Leaf> withTrailingComma(List<Leaf> leaves, Line original, Leaf opening) {
        if (leaves.isEmpty() || !needsTrailingComma(leaves, original, opening)) {
            return leaves;
        }
        List<Leaf> all = new ArrayList<>(leaves);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).is(Kind.STANDALONE_COMMENT)) {
                continue;
            }
            if (!all.get(i).is(Kind.COMMA)) {
                all.add(i + 1, Leaf.made(Kind.COMMA, ","));
            }
            break;
        }
        return all;
    }

    /** For imports, and for a function's only parameter. */
    private static boolean needsTrailingComma(List<Leaf> leaves, Line original, Leaf opening) {
        if (original.isImport()) {
            return true;
        }
        if (!original.isDef() || !opening.text.equals("(")) {
            return false;
        }
        for (Leaf leaf : leaves) {
            if (leaf.is(Kind.COMMA) && leaf.parent != null && !Annotations.within(leaf)) {
                return false;
            }
        }
        Leaf placed =
                leaves.stream().filter(it -> it.parent != null).findFirst().orElse(leaves.get(0));
        if (placed.parent == null) {
            return true;
        }
        return !Annotations.withinReturn(placed) && !placed.parent.nextIs(Kind.VBAR);
    }

    /** Whether the body is more than one item between commas, in a display or an import or behind a magic comma. */
    private static boolean explodes(Line body, Leaf opening) {
        if (opening.parent == null || body.leaves.isEmpty()) {
            return false;
        }
        Leaf last = body.last();
        boolean trailing = last.is(Kind.COMMA);
        if (body.brackets.highest(trailing ? last : null) != Delimiters.COMMA) {
            return false;
        }
        return trailing || opening.parentIs(Kind.ATOM) || opening.parentIs(Kind.IMPORT_FROM);
    }

    /** The leaves in pairs of brackets that are whole; a head ends inside one that is not. */
    private static Set<Leaf> insideMatching(List<Leaf> leaves) {
        int start = 0;
        while (start < leaves.size() && !leaves.get(start).kind.opens()) {
            start++;
        }
        Set<Leaf> inside = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int i = start; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            if (leaf.kind.opens()) {
                open.add(i);
            } else if (leaf.kind.closes()) {
                if (open.isEmpty() || leaves.get(open.get(open.size() - 1)).kind.closing() != leaf.kind) {
                    break;
                }
                inside.addAll(leaves.subList(open.remove(open.size() - 1), i + 1));
            }
        }
        return inside;
    }
}
