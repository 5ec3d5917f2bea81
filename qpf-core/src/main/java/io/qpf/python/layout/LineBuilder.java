package io.qpf.python.layout;

/** Puts a statement's tree onto one line; brings the parentheses in order on the way. */
final class LineBuilder {
    private final Line line;

    private LineBuilder(int depth) {
        this.line = new Line(depth, false);
    }

    static Line build(Node statement, int depth) {
        LineBuilder builder = new LineBuilder(depth);
        builder.statement(statement);
        return builder.line;
    }

    private void statement(Node statement) {
        Parens.normalise(statement);
        if (statement.is(Kind.FUNCDEF)) {
            returnAnnotation(statement);
        }
        // By index: a visit may replace a child in its place.
        for (int i = 0; i < statement.size(); i++) {
            Tree child = statement.child(i);
            if (statement.is(Kind.ASYNC_STMT) && child instanceof Node inner) {
                statement(inner);
            } else {
                visit(child);
            }
        }
    }

    private void visit(Tree tree) {
        if (tree instanceof Leaf leaf) {
            leaf(leaf);
            return;
        }
        Node node = (Node) tree;
        switch (node.kind) {
            case TEST -> ternary(node);
            case FACTOR -> factor(node);
            case TNAME -> annotation(node);
            case POWER -> power(node);
            case ATOM -> atom(node);
            default -> {}
        }
        for (int i = 0; i < node.size(); i++) {
            visit(node.child(i));
        }
    }

    private void leaf(Leaf leaf) {
        for (Leaf comment : leaf.before) {
            line.append(comment);
        }
        if (leaf.is(Kind.STRING)) {
            leaf.text = Strings.normalisedQuotes(Strings.normalisedPrefix(leaf.text));
        }
        line.append(leaf);
    }

    private static void returnAnnotation(Node function) {
        for (int i = 0; i + 1 < function.size(); i++) {
            if (!function.child(i).is(Kind.RARROW)) {
                continue;
            }
            Tree type = function.child(i + 1);
            boolean parenthesised = type instanceof Node atom
                    && atom.is(Kind.ATOM)
                    && atom.child(0).is(Kind.LPAR);
            if (!parenthesised || Parens.hide(type, function, false, false)) {
                function.wrap(type, false);
            }
            return;
        }
    }

    private static void ternary(Node node) {
        if (!node.previousIs(Kind.LPAR)) {
            Leaf open = Leaf.made(Kind.LPAR, "");
            open.takeComments(node.firstLeaf());
            node.insert(0, open);
            node.add(Leaf.made(Kind.RPAR, ""));
        }
    }

    /** A sign before a power reads as if it bound tighter than it does: parentheses say so. */
    private static void factor(Node node) {
        Tree operand = node.child(1);
        if (operand instanceof Node power
                && power.is(Kind.POWER)
                && power.size() == 3
                && power.child(1).is(Kind.DOUBLESTAR)) {
            node.wrap(operand, true);
        }
    }

    private static void annotation(Node node) {
        Tree type = node.child(2);
        if (Parens.hide(type, node, false, false)) {
            node.wrap(type, false);
        }
    }

    private static void power(Node node) {
        Tree operand = node.size() > 1 ? node.child(1) : node;
        boolean awaited = node.child(0).is(Kind.AWAIT);
        if (!awaited
                || !(operand instanceof Node atom)
                || !atom.is(Kind.ATOM)
                || !atom.child(0).is(Kind.LPAR)) {
            return;
        }
        if (Parens.hide(atom, node, true, false)) {
            node.wrap(atom, false);
        }
        Node pair = (Node) node.child(1);
        if (pair.child(1) instanceof Node content && bindsLooserThanAwait(content)) {
            pair.child(0).firstLeaf().show();
            pair.last().firstLeaf().show();
        }
    }

    private static boolean bindsLooserThanAwait(Node content) {
        return !content.is(Kind.POWER)
                || content.child(0).is(Kind.AWAIT)
                || content.children.stream().anyMatch(it -> it.is(Kind.DOUBLESTAR));
    }

    /** The only item of a list or set needs no parentheses. */
    private static void atom(Node node) {
        boolean display = node.child(0).is(Kind.LSQB) || node.child(0).is(Kind.LBRACE);
        if (display && node.size() == 3) {
            Parens.hide(node.child(1), node, false, false);
        }
    }
}
