package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement, or the head of one: what the layout asks about it, and its laid-out text.
 *
 * <p>It depends on nothing but its own source, its depth and whether it can document something, so that files that say the
 * same share it. The text is made when it is first asked for.
 */
final class Laid {
    /** What is imported, for an import. */
    final Optional<ImportStatement> imports;

    /** The names that it uses; none for an import. */
    final Set<String> names;

    /** Whether it is the text that documents a module, class or function. */
    final boolean docstring;

    final boolean opensBlock;

    /** Whether an ellipsis can follow on its line: it heads a class or a function, with no comment behind it. */
    final boolean opensStub;

    /** Whether it is {@code if TYPE_CHECKING:}. */
    final boolean guardsTypes;

    /** Whether it is another way of the {@code if} above it. */
    final boolean alternative;

    final int depth;

    private final List<Leaf> comments;

    /** Of its whole logical line. */
    private final String source;

    /** Used up by the layout. */
    private final Node tree;

    private @Nullable Finished finished;

    private Laid(Node tree, int depth, List<Leaf> comments, boolean documents, String source) {
        this.source = source;
        this.tree = tree;
        this.depth = depth;
        this.comments = comments;
        imports = ImportStatement.of(tree, comments);
        names = imports.isPresent() ? Set.of() : UsedNames.of(tree);
        docstring = documents && isText(tree);
        opensBlock = opensBlock(tree);
        opensStub = comments.isEmpty() && defines(tree);
        guardsTypes = guardsTypes(tree);
        Leaf first = tree.firstLeaf();
        alternative = first.word("else") || first.word("elif");
    }

    /**
     * The statements of one logical line.
     *
     * @param source from its first token to its end, with what is behind it
     * @param depth how many blocks it stands in
     * @param documents whether a text would document what it stands in
     * @param number of its first line, for faults
     */
    static List<Laid> of(String source, int depth, boolean documents, int number) {
        List<Leaf> tokens = new ArrayList<>();
        List<Leaf> comments = new ArrayList<>();
        new BracketedTokens(source, 0, number, tokens, comments).read();
        List<Laid> found = new ArrayList<>();
        List<Statement> statements = Statements.parse(tokens);
        boolean opened = documents;
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            List<Leaf> behind = i == statements.size() - 1 ? comments : List.of();
            Laid laid = new Laid(statement.tree(), depth + (statement.nested() ? 1 : 0), behind, opened, source);
            opened = laid.opensBlock;
            found.add(laid);
        }
        return found;
    }

    Shape shape() {
        return finished().shape;
    }

    /** Its lines, each with its end. */
    String text() {
        return finished().text;
    }

    private synchronized Finished finished() {
        Finished known = finished;
        if (known == null) {
            if (docstring) {
                Leaf literal = tree.firstLeaf();
                literal.text = Docstrings.laidOut(literal.text, depth);
            }
            Line line = line(tree, depth, comments);
            known = new Finished(Shape.of(line), split(line, source));
            finished = known;
        }
        return known;
    }

    private record Finished(Shape shape, String text) {}

    private static Line line(Node tree, int depth, List<Leaf> comments) {
        Line line = LineBuilder.build(tree, depth);
        comments.forEach(line::append);
        return line;
    }

    /** A trailing comma that a break has added binds the next run: broken lines go through twice, as in black itself. */
    private static String split(Line line, String source) {
        String text = joined(Splitter.split(line));
        boolean whole = text.indexOf('\n') == text.length() - 1 && !line.first().is(Kind.LPAR);
        boolean same = text.length() == 4 * line.depth + source.length() && text.endsWith(source);
        if (whole || same || line.leaves.size() == 1) {
            return text;
        }
        List<Leaf> tokens = new ArrayList<>();
        List<Leaf> comments = new ArrayList<>();
        new BracketedTokens(text, 4 * line.depth, 1, tokens, comments).read();
        Node again = Statements.parse(tokens).get(0).tree();
        return joined(Splitter.split(line(again, line.depth, comments)));
    }

    private static String joined(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            out.append(line.text()).append('\n');
        }
        return out.toString();
    }

    private static boolean isText(Node tree) {
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

    private static boolean defines(Node tree) {
        boolean async = tree.is(Kind.ASYNC_STMT);
        Tree definition = async ? tree.last() : tree;
        return definition.is(Kind.FUNCDEF) || definition.is(Kind.CLASSDEF);
    }

    private static boolean guardsTypes(Node tree) {
        if (!tree.is(Kind.IF_STMT) || tree.size() != 3) {
            return false;
        }
        String condition = tree.child(1).source();
        return condition.equals("TYPE_CHECKING") || condition.equals("typing.TYPE_CHECKING");
    }
}
