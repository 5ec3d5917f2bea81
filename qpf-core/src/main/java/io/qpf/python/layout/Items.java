package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Reads a source into its items. */
final class Items {
    private final List<LogicalLine> lines;
    private final List<Item> items = new ArrayList<>();
    private int bodyDepth = -1;
    private boolean atStart = true;

    private Items(List<LogicalLine> lines) {
        this.lines = lines;
    }

    static List<Item> of(String source) {
        Items reader = new Items(Tokenizer.lines(source));
        for (int i = 0; i < reader.lines.size(); i++) {
            i += reader.line(i);
        }
        return reader.items;
    }

    /** How many of the next lines have been read with this one. */
    private int line(int at) {
        LogicalLine line = lines.get(at);
        for (LogicalLine.OwnComment comment : line.above()) {
            items.add(new Item.Comment(comment.depth(), comment.blanks(), comment.text()));
        }
        if (line.tokens().isEmpty()) {
            return 0;
        }
        boolean stub = opensStub(at);
        List<Leaf> tokens = line.tokens();
        List<Leaf> comments = line.comments();
        if (stub) {
            tokens = new ArrayList<>(tokens);
            tokens.addAll(lines.get(at + 1).tokens());
            comments = lines.get(at + 1).comments();
        }
        statements(line, tokens, comments);
        return stub ? 1 : 0;
    }

    private void statements(LogicalLine line, List<Leaf> tokens, List<Leaf> comments) {
        List<Statement> statements = Statements.parse(tokens);
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            int depth = line.depth() + (statement.nested() ? 1 : 0);
            boolean string = isString(statement.tree());
            boolean docstring = string && (atStart || depth == bodyDepth);
            List<Leaf> behind = i == statements.size() - 1 ? comments : List.of();
            items.add(new Item.Code(depth, i == 0 ? line.blanks() : 0, statement.tree(), behind, docstring));
            bodyDepth = opensBlock(statement.tree()) ? depth + 1 : -1;
            atStart = false;
        }
    }

    /** Whether the next line is an ellipsis that makes up the whole body of this definition. */
    private boolean opensStub(int at) {
        if (at + 2 >= lines.size()) {
            return false;
        }
        LogicalLine head = lines.get(at);
        LogicalLine body = lines.get(at + 1);
        LogicalLine after = lines.get(at + 2);
        Leaf first = head.tokens().get(0);
        Leaf second = head.tokens().get(Math.min(1, head.tokens().size() - 1));
        boolean definition = first.word("def") || first.word("class") || (first.is(Kind.ASYNC) && second.word("def"));
        return definition
                && head.comments().isEmpty()
                && head.tokens().get(head.tokens().size() - 1).is(Kind.COLON)
                && body.depth() == head.depth() + 1
                && body.above().isEmpty()
                && body.tokens().size() == 3
                && body.tokens().stream().allMatch(it -> it.is(Kind.DOT))
                && after.depth() < body.depth()
                && after.above().stream().allMatch(it -> it.depth() < body.depth());
    }

    private static boolean isString(Node tree) {
        return tree.size() == 1
                && tree.child(0) instanceof Leaf leaf
                && leaf.is(Kind.STRING)
                && !Strings.hasPrefix(leaf.text, 'b')
                && !Strings.hasPrefix(leaf.text, 'f');
    }

    private static boolean opensBlock(Node tree) {
        Tree last = tree.last();
        return last.is(Kind.COLON) || (last instanceof Node inner && tree.is(Kind.ASYNC_STMT) && opensBlock(inner));
    }
}
