package io.qpf.python.layout;

import java.util.List;
import java.util.Set;

/**
 * Parentheses that are there for the layout alone: redundant ones are hidden, and where a statement may get some, invisible
 * ones are put, which show only if the line breaks at them.
 */
final class Parens {
    private static final Set<String> ASSIGNMENTS =
            Set.of("=", ":", "+=", "-=", "*=", "@=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "**=", "//=");

    private Parens() {}

    static void normalise(Node statement) {
        switch (statement.kind) {
            case IF_STMT -> after(statement, Set.of("if", "elif"));
            case WHILE_STMT -> after(statement, Set.of("while"));
            case FOR_STMT -> after(statement, Set.of("for", "in"));
            case WITH_STMT -> with(statement);
            case EXCEPT_CLAUSE -> after(statement, Set.of("except"));
            case CASE_BLOCK -> after(statement, Set.of("case"));
            case RETURN_STMT -> after(statement, Set.of("return"));
            case DEL_STMT -> after(statement, Set.of("del"));
            case ASSERT_STMT -> after(statement, Set.of("assert", ","));
            case EXPR_STMT -> after(statement, ASSIGNMENTS);
            case IMPORT_FROM -> importFrom(statement);
            case STATEMENT -> bare(statement);
            default -> {}
        }
    }

    /** An expression statement alone: arithmetic may break inside parentheses. */
    private static void bare(Node statement) {
        Tree only = statement.child(0);
        if (only instanceof Node clause && clause.is(Kind.EXCEPT_CLAUSE)) {
            normalise(clause);
        }
        switch (only.kind) {
            case ARITH_EXPR, SHIFT_EXPR, XOR_EXPR, AND_EXPR -> statement.wrap(only, false);
            default -> {}
        }
    }

    private static void with(Node statement) {
        // Several managers, or one with a name, can share one pair since Python 3.9.
        if (statement.size() > 2 && !statement.child(1).is(Kind.ATOM)) {
            int colon = statement.size() - 1;
            statement.group(
                    1, colon, Kind.ATOM, Leaf.made(Kind.LPAR, ""), Leaf.made(Kind.RPAR, ""), Kind.TESTLIST_GEXP);
        }
        after(statement, Set.of("with"));
    }

    private static void after(Node node, Set<String> keywords) {
        boolean check = false;
        // By index, since wrapping replaces a child in its place.
        for (int i = 0; i < node.size(); i++) {
            Tree child = node.child(i);
            if (child instanceof Node inner && (inner.is(Kind.ANNASSIGN) || inner.is(Kind.GUARD))) {
                after(inner, inner.is(Kind.GUARD) ? Set.of("if") : keywords);
            }
            if (i == 0) {
                check = child.is(Kind.TESTLIST_STAR_EXPR);
                target(node, child);
            }
            if (check && !value(node, child, keywords)) {
                continue;
            }
            check = child instanceof Leaf leaf && (leaf.is(Kind.COMMA) || keywords.contains(leaf.text));
        }
    }

    /** The left side of an assignment loses its parentheses, unless somebody broke lines inside them. */
    private static void target(Node node, Tree child) {
        if (child instanceof Node atom
                && atom.is(Kind.ATOM)
                && node.is(Kind.EXPR_STMT)
                && !Atom.isOneTuple(atom)
                && !Atom.isBroken(atom)
                && hide(atom, node, true, true)) {
            node.wrap(child, false);
        }
    }

    /** Whether the next child is to be looked at as after any other; the star of "except*" belongs to the keyword. */
    private static boolean value(Node node, Tree child, Set<String> keywords) {
        boolean atom = child.is(Kind.ATOM);
        if (atom && node.is(Kind.FOR_STMT) && child.previous() instanceof Leaf word && word.word("for")) {
            if (hide(child, node, true, false)) {
                node.wrap(child, false);
            }
        } else if (child instanceof Node managers && node.is(Kind.WITH_STMT)) {
            hideInWith(managers, node);
        } else if (atom && !(keywords.contains("in") && Atom.holdsTernary(child))) {
            if (hide(child, node, false, false)) {
                node.wrap(child, false);
            }
        } else if (Atom.isOneTuple(child)) {
            node.wrap(child, true);
        } else if (child.is(Kind.STAR) && node.is(Kind.EXCEPT_CLAUSE)) {
            return false;
        } else if (!(child instanceof Leaf leaf && leaf.multiline())) {
            node.wrap(child, false);
        }
        return true;
    }

    private static void importFrom(Node statement) {
        Tree last = statement.last();
        if (last instanceof Leaf closing && closing.is(Kind.RPAR)) {
            ((Leaf) statement.child(statement.size() - 3)).text = "";
            closing.text = "";
        } else if (!last.is(Kind.STAR)) {
            statement.insert(statement.size() - 1, Leaf.made(Kind.LPAR, ""));
            statement.add(Leaf.made(Kind.RPAR, ""));
        }
    }

    private static void hideInWith(Node node, Node parent) {
        if (node.is(Kind.ATOM)) {
            if (hide(node, parent, true, false)) {
                parent.wrap(node, false);
            }
            if (node.size() > 1 && node.child(1) instanceof Node inner) {
                hideInWith(inner, node);
            }
        } else if (node.is(Kind.TESTLIST_GEXP)) {
            for (Tree child : List.copyOf(node.children)) {
                if (child instanceof Node inner) {
                    hideInWith(inner, node);
                }
            }
        } else if (node.is(Kind.ASEXPR_TEST) && !Atom.hasWalrus(node)) {
            Tree manager = node.child(0);
            if (hide(manager, node, true, false)) {
                node.wrap(manager, false);
            }
        }
    }

    /**
     * Hides the parentheses of an atom where that is safe, and those inside them.
     *
     * @return whether the caller may put invisible parentheses around it instead
     */
    static boolean hide(Tree tree, Node parent, boolean aroundComma, boolean aroundStar) {
        if (!(tree instanceof Node node) || !(node.is(Kind.ATOM) || node.is(Kind.EXPR))) {
            return false;
        }
        if (Atom.mustKeep(node, parent, aroundComma, aroundStar)) {
            return false;
        }
        if (!(node.child(0) instanceof Leaf first && first.is(Kind.LPAR))
                || !(node.last() instanceof Leaf last && last.is(Kind.RPAR))) {
            return true;
        }
        Tree middle = node.child(1);
        boolean pinned = middle.firstLeaf().before.stream().anyMatch(it -> Comments.isTypeIgnore(it.text));
        if (!pinned) {
            ((Leaf) node.child(0)).text = "";
            ((Leaf) node.last()).text = "";
        }
        hide(middle, parent, aroundComma, false);
        if (middle instanceof Node inner && Atom.isInvisible(inner)) {
            unwrap(node, inner);
        }
        return false;
    }

    /** Drops a second pair of invisible parentheses; comments before them move inwards. */
    private static void unwrap(Node outer, Node inner) {
        Tree content = inner.child(1);
        Leaf open = inner.child(0).firstLeaf();
        Leaf close = inner.last().firstLeaf();
        outer.set(1, content);
        if (!open.before.isEmpty()) {
            content.firstLeaf().before = open.before;
        }
        if (!close.before.isEmpty()) {
            outer.last().firstLeaf().before = close.before;
        }
    }
}
