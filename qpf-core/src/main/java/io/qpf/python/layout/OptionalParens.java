package io.qpf.python.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a line reads better without the parentheses that it could have. */
final class OptionalParens {
    private OptionalParens() {}

    /** Whether the body has a shape that breaks well without the parentheses around it. */
    static boolean canOmit(Cut cut) {
        Line body = cut.body();
        if (mixesTypeIgnore(cut) || hasBareComment(body)) {
            return false;
        }
        if (!body.brackets.hasDelimiters()) {
            return true;
        }
        int priority = body.brackets.highest(null);
        int count = body.brackets.count(priority);
        if (count > 1 || (priority == Delimiters.COMMA && cut.head().isWith())) {
            return false;
        }
        if (priority == Delimiters.DOT) {
            return true;
        }
        Leaf first = body.first();
        Leaf second = body.leaves.get(1);
        if (first.kind.opens() && !second.kind.closes() && opensWell(body, first)) {
            return true;
        }
        return closesWell(body);
    }

    private static boolean closesWell(Line body) {
        Leaf last = body.last();
        Leaf beforeLast = body.leaves.get(body.leaves.size() - 2);
        boolean subscript = last.is(Kind.RSQB) && (last.parent == null || last.parentIs(Kind.TRAILER));
        if (!last.kind.closes() || subscript || beforeLast.kind.opens()) {
            return false;
        }
        return body.first().multiline() || fitsUpToOpening(body, last);
    }

    /** Whether what follows the first pair fits on the line of its closing bracket. */
    private static boolean opensWell(Line line, Leaf first) {
        boolean remainder = false;
        int length = 4 * line.depth;
        int seen = 0;
        for (Leaf leaf : line.leaves) {
            if (leaf.text.indexOf('\n') >= 0) {
                break;
            }
            seen++;
            remainder |= leaf.kind.closes() && leaf.opening == first;
            if (remainder) {
                length += length(line, leaf);
                if (length > Line.WIDTH) {
                    return false;
                }
                remainder = !leaf.kind.opens();
            }
        }
        return seen == line.leaves.size();
    }

    private static boolean fitsUpToOpening(Line line, Leaf last) {
        int length = 4 * line.depth;
        boolean otherBrackets = false;
        for (Leaf leaf : line.leaves) {
            if (leaf.text.indexOf('\n') >= 0) {
                return false;
            }
            length += length(line, leaf);
            if (leaf == last.opening) {
                return otherBrackets || length <= Line.WIDTH;
            }
            otherBrackets |= leaf.kind.opens();
        }
        return false;
    }

    private static int length(Line line, Leaf leaf) {
        int length = Widths.codePoints(leaf.prefix) + Widths.codePoints(leaf.text);
        for (Leaf comment : line.commentsAfter(leaf)) {
            length += Widths.codePoints(comment.text);
        }
        return length;
    }

    /** A comment on its own line outside all brackets of the body needs the parentheses. */
    private static boolean hasBareComment(Line body) {
        Leaf closing = null;
        for (int i = body.leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = body.leaves.get(i);
            if (closing != null && leaf == closing.opening) {
                closing = null;
            }
            if (leaf.is(Kind.STANDALONE_COMMENT) && closing == null) {
                return true;
            }
            boolean whole = leaf.kind.closes() && leaf.opening != null && body.leaves.contains(leaf.opening);
            if (closing == null && whole && !leaf.invisible()) {
                closing = leaf;
            }
        }
        return false;
    }

    private static boolean mixesTypeIgnore(Cut cut) {
        List<Leaf> outer = cut.head().leaves.isEmpty()
                ? List.of()
                : cut.head().commentsAfter(cut.head().last());
        if (outer.isEmpty()) {
            return false;
        }
        boolean ignoreOutside = outer.stream().anyMatch(it -> Comments.isTypeIgnore(it.text));
        boolean otherOutside = outer.stream().anyMatch(it -> !Comments.isTypeIgnore(it.text));
        List<Leaf> within =
                cut.body().comments().values().stream().flatMap(List::stream).toList();
        boolean ignoreInside = within.stream().anyMatch(it -> Comments.isTypeIgnore(it.text));
        boolean otherInside = within.stream().anyMatch(it -> !Comments.isTypeIgnore(it.text));
        return (ignoreOutside && otherInside) || (otherOutside && ignoreInside);
    }

    /** Whether to break inside the value rather than to put it into parentheses; in doubt, yes. */
    static boolean prefersWithout(Cut without, Cut cut) {
        if (TypeComments.unsplittableIgnore(without.head())
                || TypeComments.unsplittableIgnore(without.body())
                || TypeComments.unsplittableIgnore(without.tail())) {
            return true;
        }
        if (inDictValue(cut.opening()) && cut.body().brackets.hasDelimiters()) {
            return without.tail().has(Kind.COLON);
        }
        Line head = cut.head();
        int size = head.leaves.size();
        boolean assigns = size >= 2 && head.leaves.get(size - 2).is(Kind.EQUAL);
        if (!assigns || !bracketsBefore(head, size - 1) || !Fit.onLine(head, head.text(), Line.WIDTH - 1)) {
            return true;
        }
        if (head.magicComma) {
            return true;
        }
        int targets = head.count(Kind.EQUAL);
        if (targets > 1 && targets > without.head().count(Kind.EQUAL)) {
            return false;
        }
        return closesAfterAssignment(without.head()) || (without.head().has(Kind.EQUAL) && Fit.onLine(without.head()));
    }

    private static boolean bracketsBefore(Line head, int end) {
        return head.leaves.subList(0, end).stream().anyMatch(it -> it.kind.bracket());
    }

    private static boolean closesAfterAssignment(Line head) {
        for (int i = head.leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = head.leaves.get(i);
            if (leaf.is(Kind.EQUAL)) {
                return false;
            }
            if (leaf.kind.closes()) {
                return true;
            }
        }
        return false;
    }

    static boolean inDictValue(Leaf opening) {
        Node parent = opening.parent;
        return parent != null && parent.parentIs(Kind.DICTSETMAKER);
    }

    /** Whether there is hope at all: a string with chained calls, say. A guess that is cheap and never too bright. */
    static boolean canBeSplit(Line line) {
        List<Leaf> leaves = line.leaves;
        if (leaves.size() < 2
                || !leaves.get(0).is(Kind.STRING)
                || !leaves.get(1).is(Kind.DOT)) {
            return leaves.size() >= 2;
        }
        int calls = 0;
        int dots = 0;
        Leaf next = line.last();
        for (int i = leaves.size() - 2; i >= 0; i--) {
            Leaf leaf = leaves.get(i);
            if (leaf.kind.opens()) {
                if (!next.kind.closes()) {
                    return false;
                }
                calls++;
            } else if (leaf.is(Kind.DOT)) {
                dots++;
            } else if (!permitted(leaf, next)) {
                return false;
            }
            if (dots > 1 && calls > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean permitted(Leaf leaf, @Nullable Leaf next) {
        if (leaf.is(Kind.NAME)) {
            return next != null && (next.is(Kind.DOT) || next.kind.opens());
        }
        return leaf.kind.closes();
    }
}
