package io.qpf.python.layout;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A token, with what the layout finds out about it; an invisible parenthesis is one without text. */
final class Leaf extends Tree {
    String text;

    /** Blanks before it on its line. */
    String prefix = "";

    /** How many brackets of its line are open around it. */
    int depth;

    /** For a closing bracket: where it opens. */
    @Nullable
    Leaf opening;

    /** Comments between the token before and this one, inside brackets. */
    List<Leaf> before = List.of();

    /** Whether the source starts a new line before it. */
    boolean broken;

    /** Line in the source; zero for what the layout has added. */
    final int line;

    Leaf(Kind kind, String text, int line) {
        super(kind);
        this.text = text;
        this.line = line;
    }

    static Leaf made(Kind kind, String text) {
        return new Leaf(kind, text, 0);
    }

    boolean word(String other) {
        return kind == Kind.NAME && text.equals(other);
    }

    boolean multiline() {
        return kind == Kind.STRING && text.indexOf('\n') >= 0 && Strings.tripleQuoted(text);
    }

    boolean invisible() {
        return text.isEmpty();
    }

    /** Parentheses that the layout needs appear. */
    void show() {
        if (kind == Kind.LPAR) {
            text = "(";
        } else if (kind == Kind.RPAR) {
            text = ")";
        }
    }

    /** Comments before a token stand before the parenthesis that is put there. */
    void takeComments(Leaf other) {
        before = other.before;
        other.before = List.of();
    }

    /** A twin in its place in the tree, so that a second attempt starts from an untouched line. */
    Leaf replacement() {
        Leaf twin = new Leaf(kind, text, line);
        if (parent != null) {
            parent.set(index, twin);
            parent = null;
        }
        return twin;
    }

    @Override
    void leaves(Consumer<Leaf> visitor) {
        visitor.accept(this);
    }

    @Override
    Leaf firstLeaf() {
        return this;
    }

    @Override
    public String toString() {
        return kind + "'" + text + "'";
    }
}
