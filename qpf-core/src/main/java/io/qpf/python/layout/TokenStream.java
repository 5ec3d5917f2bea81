package io.qpf.python.layout;

import java.util.List;

/** The tokens of a logical line, read one after the other. */
final class TokenStream {
    private final List<Leaf> tokens;
    private final Leaf end;
    private int at;

    TokenStream(List<Leaf> tokens) {
        this.tokens = tokens;
        this.end = Leaf.made(Kind.END, "");
    }

    Leaf peek() {
        return at < tokens.size() ? tokens.get(at) : end;
    }

    Leaf peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    boolean done() {
        return at >= tokens.size();
    }

    boolean at(Kind kind) {
        return peek().kind == kind;
    }

    boolean atWord(String word) {
        return peek().word(word);
    }

    Leaf take() {
        Leaf token = peek();
        if (token == end) {
            throw fault("something is missing");
        }
        at++;
        return token;
    }

    Leaf take(Kind kind) {
        if (!at(kind)) {
            throw fault("expected " + kind);
        }
        return take();
    }

    IllegalArgumentException fault(String what) {
        Leaf near = at < tokens.size() ? tokens.get(at) : tokens.get(tokens.size() - 1);
        return new IllegalArgumentException("line " + near.line + " at '" + near.text + "': " + what);
    }
}
