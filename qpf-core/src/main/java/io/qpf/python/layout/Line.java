package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens that shall stand on one line, until they prove too long for it. */
final class Line {
    static final int WIDTH = 88;

    final int depth;
    final List<Leaf> leaves = new ArrayList<>();
    final Brackets brackets = new Brackets();
    final boolean insideBrackets;

    /** Whether the content is to be put one below the other even if it would fit. */
    boolean explode;

    boolean magicComma;

    /** Comments behind their tokens; in the order in which they came. */
    private Map<Leaf, List<Leaf>> comments = Map.of();

    Line(int depth, boolean insideBrackets) {
        this.depth = depth;
        this.insideBrackets = insideBrackets;
    }

    /** Adds a token as the source has it, with the blank that belongs before it. */
    void append(Leaf token) {
        Leaf leaf = standaloneIfFirst(token);
        if (leaf.is(Kind.COLON) && isEmptyClassBases()) {
            leaves.subList(leaves.size() - 2, leaves.size()).clear();
        }
        if (!leaves.isEmpty()) {
            leaf.prefix = Whitespace.before(leaf, lastToken(), () -> complexSubscript(leaf));
        } else {
            leaf.prefix = "";
        }
        track(leaf);
        if (!attachComment(leaf)) {
            leaves.add(leaf);
        }
    }

    /** Adds a token of another line, blank and all. */
    void appendFormatted(Leaf token, boolean track) {
        Leaf leaf = standaloneIfFirst(token);
        if (insideBrackets || track) {
            track(leaf);
        }
        if (!attachComment(leaf)) {
            leaves.add(leaf);
        }
    }

    /** A comment with nothing before it has the line to itself. */
    private Leaf standaloneIfFirst(Leaf leaf) {
        return leaves.isEmpty() && leaf.is(Kind.COMMENT) ? Leaf.made(Kind.STANDALONE_COMMENT, leaf.text) : leaf;
    }

    private void track(Leaf leaf) {
        brackets.mark(leaf);
        if (leaf.kind.closes() && hasMagicComma(leaf)) {
            magicComma = true;
        }
    }

    /** Whether a token can follow here: nothing follows a comment that has its line to itself. */
    boolean accepts(Leaf leaf) {
        if (brackets.depth() != 0 && !brackets.anyOpenForOrLambda()) {
            return true;
        }
        return !isComment() && (leaves.isEmpty() || !leaf.is(Kind.STANDALONE_COMMENT));
    }

    boolean isEmpty() {
        return leaves.isEmpty() && comments.isEmpty();
    }

    Leaf first() {
        return leaves.get(0);
    }

    Leaf last() {
        return leaves.get(leaves.size() - 1);
    }

    boolean isComment() {
        return leaves.size() == 1 && first().is(Kind.STANDALONE_COMMENT);
    }

    boolean isImport() {
        if (leaves.isEmpty()) {
            return false;
        }
        Leaf first = first();
        return (first.word("import") && first.parentIs(Kind.IMPORT_NAME))
                || (first.word("from") && first.parentIs(Kind.IMPORT_FROM));
    }

    boolean isDecorator() {
        return !leaves.isEmpty() && first().is(Kind.AT);
    }

    boolean isClass() {
        return !leaves.isEmpty() && first().word("class");
    }

    boolean isDef() {
        return !leaves.isEmpty()
                && (first().word("def")
                        || (first().is(Kind.ASYNC)
                                && leaves.size() > 1
                                && leaves.get(1).word("def")));
    }

    boolean isWith() {
        return !leaves.isEmpty()
                && ((first().word("with") && first().parentIs(Kind.WITH_STMT))
                        || (first().is(Kind.ASYNC) && first().nextIs(Kind.WITH_STMT)));
    }

    boolean isStubDef() {
        int size = leaves.size();
        return isDef()
                && size > 4
                && last().is(Kind.DOT)
                && leaves.get(size - 4).is(Kind.COLON);
    }

    boolean opensBlock() {
        return !leaves.isEmpty() && last().is(Kind.COLON);
    }

    int count(Kind kind) {
        int count = 0;
        for (Leaf leaf : leaves) {
            count += leaf.is(kind) ? 1 : 0;
        }
        return count;
    }

    boolean has(Kind kind) {
        return count(kind) > 0;
    }

    boolean hasMultilineString() {
        return leaves.stream().anyMatch(Leaf::multiline);
    }

    boolean hasComments() {
        return !comments.isEmpty();
    }

    List<Leaf> commentsAfter(Leaf leaf) {
        return comments.getOrDefault(leaf, List.of());
    }

    Map<Leaf, List<Leaf>> comments() {
        return comments;
    }

    String text() {
        StringBuilder out = new StringBuilder(WIDTH);
        out.append("    ".repeat(depth));
        for (int i = 0; i < leaves.size(); i++) {
            Leaf leaf = leaves.get(i);
            if (i > 0) {
                out.append(leaf.prefix);
            }
            out.append(leaf.text);
        }
        for (List<Leaf> some : comments.values()) {
            for (Leaf comment : some) {
                out.append("  ").append(comment.text);
            }
        }
        return out.toString();
    }

    private Leaf lastToken() {
        for (int i = leaves.size() - 1; i > 0; i--) {
            if (!leaves.get(i).is(Kind.STANDALONE_COMMENT)) {
                return leaves.get(i);
            }
        }
        return leaves.get(0);
    }

    private boolean isEmptyClassBases() {
        return leaves.size() == 4
                && isClass()
                && leaves.get(2).is(Kind.LPAR)
                && leaves.get(3).is(Kind.RPAR);
    }

    /** A comment behind a token is put aside; a comment with its own line is a token like others. */
    private boolean attachComment(Leaf comment) {
        if (!comment.is(Kind.COMMENT)) {
            return false;
        }
        Leaf last = last();
        if (last.is(Kind.RPAR) && last.invisible() && holdsOne(last) && !Comments.isType(comment.text)) {
            // It belongs to the one token in the parentheses that may never be seen.
            last = leaves.get(leaves.size() - 2);
        }
        if (comments.isEmpty()) {
            comments = new LinkedHashMap<>();
        }
        comments.computeIfAbsent(last, it -> new ArrayList<>()).add(comment);
        return true;
    }

    private boolean holdsOne(Leaf closing) {
        if (closing.parent == null || leaves.size() < 2) {
            return false;
        }
        int[] count = {0};
        closing.parent.leaves(it -> count[0]++);
        return count[0] <= 3;
    }

    private boolean hasMagicComma(Leaf closing) {
        if (leaves.isEmpty() || !last().is(Kind.COMMA)) {
            return false;
        }
        return switch (closing.kind) {
            case RBRACE -> true;
            case RSQB -> !(closing.parentIs(Kind.TRAILER) && oneItemBefore(closing));
            default -> isImport() || (closing.opening != null && !oneItemBefore(closing));
        };
    }

    /** Whether a bracket pair holds one item and a comma: a tuple of one, or a subscript that is one. */
    boolean oneItemBefore(Leaf closing) {
        int inner = closing.depth + 1;
        int commas = 0;
        for (int i = leaves.size() - 1; i >= 0; i--) {
            Leaf leaf = leaves.get(i);
            if (leaf == closing) {
                commas = 0;
            } else if (leaf == closing.opening) {
                return commas < 2;
            } else if (leaf.depth == inner && leaf.is(Kind.COMMA)) {
                commas += leaf.parentIs(Kind.ARGLIST) || leaf.parentIs(Kind.TYPEDARGSLIST) ? 2 : 1;
            }
        }
        return false;
    }

    private boolean complexSubscript(Leaf leaf) {
        Leaf open = brackets.openSubscript();
        Tree start = open == null ? null : open.next();
        if (!(start instanceof Node node) || node.is(Kind.LISTMAKER)) {
            return false;
        }
        Tree item = node.is(Kind.SUBSCRIPTLIST) ? childTowards(node, leaf) : node;
        return item != null && complex(item);
    }

    private static @Nullable Tree childTowards(Node ancestor, Leaf leaf) {
        Tree at = leaf;
        while (at != null && at.parent != ancestor) {
            at = at.parent;
        }
        return at;
    }

    private static boolean complex(Tree tree) {
        if (Kind.COMPLEX.contains(tree.kind)) {
            return true;
        }
        return tree instanceof Node node && node.children.stream().anyMatch(Line::complex);
    }
}
