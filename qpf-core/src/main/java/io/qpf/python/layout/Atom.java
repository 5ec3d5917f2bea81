package io.qpf.python.layout;

import org.jspecify.annotations.Nullable;

/** What a pair of brackets holds. */
final class Atom {
    private Atom() {}

    /** Whether the parentheses mean something: a tuple, a generator, an empty pair, a walrus where one needs them. */
    static boolean mustKeep(Node node, Node parent, boolean aroundComma, boolean aroundStar) {
        boolean tuple = isTuple(node);
        return isEmptyPair(node)
                || isOneTuple(node)
                || (tuple && parent.is(Kind.ASEXPR_TEST))
                || (tuple && parent.is(Kind.WITH_STMT) && hasCommaBeside(node))
                || (isYield(node) && !parent.is(Kind.EXPR_STMT))
                || (!aroundComma && highestDelimiter(node) >= Delimiters.COMMA)
                || tupleHas(node, Kind.NAMEDEXPR_TEST)
                || (!aroundStar && tupleHas(node, Kind.STAR_EXPR))
                || tupleHas(node, Kind.COMP_FOR)
                || (isWalrus(node) && keepsWalrus(parent));
    }

    private static boolean isEmptyPair(Node node) {
        return node.is(Kind.ATOM) && node.size() == 2 && node.child(0).is(Kind.LPAR);
    }

    private static boolean keepsWalrus(Node parent) {
        return switch (parent.kind) {
            case ANNASSIGN,
                    EXPR_STMT,
                    ASSERT_STMT,
                    RETURN_STMT,
                    EXCEPT_CLAUSE,
                    FUNCDEF,
                    WITH_STMT,
                    TESTLIST_GEXP,
                    TNAME,
                    FOR_STMT,
                    DEL_STMT -> true;
            default -> false;
        };
    }

    static boolean isOneTuple(Tree tree) {
        if (!(tree instanceof Node node)) {
            return false;
        }
        if (node.is(Kind.ATOM)) {
            Tree inner = inParentheses(node);
            return inner instanceof Node list
                    && list.is(Kind.TESTLIST_GEXP)
                    && list.size() == 2
                    && list.child(1).is(Kind.COMMA);
        }
        boolean implicit = node.is(Kind.TESTLIST) || node.is(Kind.TESTLIST_STAR_EXPR) || node.is(Kind.EXPRLIST);
        return implicit && node.size() == 2 && node.child(1).is(Kind.COMMA);
    }

    static boolean isInvisible(Node node) {
        return node.is(Kind.ATOM)
                && node.child(0) instanceof Leaf first
                && first.is(Kind.LPAR)
                && first.invisible()
                && node.last() instanceof Leaf last
                && last.is(Kind.RPAR)
                && last.invisible();
    }

    /** Whether the source breaks lines inside the brackets. */
    static boolean isBroken(Node atom) {
        if (atom.size() < 3) {
            return false;
        }
        boolean[] broken = {false};
        atom.child(1).leaves(it -> broken[0] |= it.broken);
        return broken[0];
    }

    static boolean holdsTernary(Tree tree) {
        return tree instanceof Node node
                && node.size() == 3
                && node.child(1).is(Kind.TEST)
                && inParentheses(node) != null;
    }

    static boolean hasWalrus(Node node) {
        boolean[] found = {false};
        node.leaves(it -> found[0] |= it.is(Kind.COLONEQUAL));
        return found[0];
    }

    static @Nullable Tree inParentheses(Node node) {
        boolean wraps =
                node.size() == 3 && node.child(0).is(Kind.LPAR) && node.last().is(Kind.RPAR);
        return wraps ? node.child(1) : null;
    }

    private static boolean isTuple(Node node) {
        Tree inner = node.is(Kind.ATOM) ? inParentheses(node) : null;
        return inner != null && inner.is(Kind.TESTLIST_GEXP);
    }

    private static boolean tupleHas(Node node, Kind kind) {
        return isTuple(node)
                && inParentheses(node) instanceof Node list
                && list.children.stream().anyMatch(it -> it.is(kind));
    }

    private static boolean isWalrus(Node node) {
        Tree inner = inParentheses(node);
        return inner != null && inner.is(Kind.NAMEDEXPR_TEST);
    }

    private static boolean isYield(Tree tree) {
        if (tree.is(Kind.YIELD_EXPR) || (tree instanceof Leaf leaf && leaf.word("yield"))) {
            return true;
        }
        Tree inner = tree instanceof Node node && node.is(Kind.ATOM) ? inParentheses(node) : null;
        return inner != null && isYield(inner);
    }

    private static boolean hasCommaBeside(Node node) {
        return node.parent != null && node.parent.children.stream().anyMatch(it -> it.is(Kind.COMMA));
    }

    private static int highestDelimiter(Node node) {
        if (!node.is(Kind.ATOM) || inParentheses(node) == null) {
            return 0;
        }
        Brackets brackets = new Brackets();
        node.child(1).leaves(brackets::mark);
        return brackets.highest(null);
    }
}
