package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Parses functions, classes, imports and match statements. */
final class Definitions {
    private final TokenStream tokens;
    private final Expressions expressions;

    Definitions(TokenStream tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Node function() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.add(tokens.take(Kind.NAME));
        parts.add(parameters());
        if (tokens.at(Kind.RARROW)) {
            parts.add(tokens.take());
            parts.add(expressions.test());
        }
        parts.add(tokens.take(Kind.COLON));
        return new Node(Kind.FUNCDEF, parts);
    }

    Node type() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.add(tokens.take(Kind.NAME));
        if (tokens.at(Kind.LPAR)) {
            parts.add(tokens.take());
            if (!tokens.at(Kind.RPAR)) {
                parts.add(new Atoms(tokens, expressions).arguments());
            }
            parts.add(tokens.take(Kind.RPAR));
        }
        parts.add(tokens.take(Kind.COLON));
        return new Node(Kind.CLASSDEF, parts);
    }

    /** Whether the body of a class or function is an ellipsis in the same line, which may stay there. */
    boolean isStub(Node head) {
        Node definition = head.is(Kind.ASYNC_STMT) ? (Node) head.last() : head;
        return (definition.is(Kind.FUNCDEF) || definition.is(Kind.CLASSDEF))
                && tokens.at(Kind.DOT)
                && tokens.peek(1).is(Kind.DOT)
                && tokens.peek(2).is(Kind.DOT)
                && tokens.peek(3).is(Kind.END);
    }

    private Node parameters() {
        Leaf open = tokens.take(Kind.LPAR);
        if (tokens.at(Kind.RPAR)) {
            return Node.of(Kind.PARAMETERS, open, tokens.take());
        }
        List<Tree> parts = new ArrayList<>();
        Kind name = Kind.TNAME;
        while (!tokens.at(Kind.RPAR)) {
            switch (tokens.peek().kind) {
                case NAME -> parts.add(parameter(name));
                case EQUAL -> {
                    parts.add(tokens.take());
                    parts.add(expressions.test());
                }
                case COMMA, STAR, DOUBLESTAR, SLASH -> parts.add(tokens.take());
                default -> throw tokens.fault("expected a parameter");
            }
            name = parts.get(parts.size() - 1).is(Kind.STAR) ? Kind.TNAME_STAR : Kind.TNAME;
        }
        return Node.of(Kind.PARAMETERS, open, Node.collapsed(Kind.TYPEDARGSLIST, parts), tokens.take());
    }

    private Tree parameter(Kind kind) {
        Leaf name = tokens.take();
        if (!tokens.at(Kind.COLON)) {
            return name;
        }
        Leaf colon = tokens.take();
        return Node.of(kind, name, colon, expressions.starOr(expressions::test));
    }

    Node importName() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        List<Tree> modules = new ArrayList<>();
        modules.add(importedModule());
        while (tokens.at(Kind.COMMA)) {
            modules.add(tokens.take());
            modules.add(importedModule());
        }
        parts.add(Node.collapsed(Kind.IMPORT_AS_NAMES, modules));
        return new Node(Kind.IMPORT_NAME, parts);
    }

    private Tree importedModule() {
        Tree name = dotted();
        return tokens.atWord("as") ? Node.of(Kind.IMPORT_AS_NAME, name, tokens.take(), tokens.take()) : name;
    }

    private Tree dotted() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take(Kind.NAME));
        while (tokens.at(Kind.DOT)) {
            parts.add(tokens.take());
            parts.add(tokens.take(Kind.NAME));
        }
        return Node.collapsed(Kind.DOTTED_NAME, parts);
    }

    Node importFrom() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        while (tokens.at(Kind.DOT)) {
            parts.add(tokens.take());
        }
        if (!tokens.atWord("import")) {
            parts.add(dotted());
        }
        parts.add(tokens.take());
        if (tokens.at(Kind.STAR)) {
            parts.add(tokens.take());
        } else if (tokens.at(Kind.LPAR)) {
            parts.add(tokens.take());
            parts.add(importedNames());
            parts.add(tokens.take(Kind.RPAR));
        } else {
            parts.add(importedNames());
        }
        return new Node(Kind.IMPORT_FROM, parts);
    }

    private Tree importedNames() {
        List<Tree> names = new ArrayList<>();
        do {
            if (tokens.at(Kind.COMMA)) {
                names.add(tokens.take());
            }
            if (!tokens.at(Kind.NAME)) {
                break;
            }
            Leaf name = tokens.take();
            names.add(tokens.atWord("as") ? Node.of(Kind.IMPORT_AS_NAME, name, tokens.take(), tokens.take()) : name);
        } while (tokens.at(Kind.COMMA));
        return Node.collapsed(Kind.IMPORT_AS_NAMES, names);
    }

    /** "match" and "case" are names elsewhere; as a head they are followed by an expression, and a colon ends the line. */
    boolean startsMatch(List<Leaf> line) {
        Leaf next = tokens.peek(1);
        boolean operand = switch (next.kind) {
            case NAME -> !next.word("in") && !next.word("is") && !next.word("and") && !next.word("or");
            case NUMBER, STRING, MINUS, LPAR, LSQB, LBRACE, STAR -> true;
            default -> false;
        };
        return operand && line.get(line.size() - 1).is(Kind.COLON);
    }

    Node match() {
        Leaf keyword = tokens.take();
        Tree subject = expressions.testlistStar();
        return Node.of(Kind.MATCH_STMT, keyword, subject, tokens.take(Kind.COLON));
    }

    Node matchCase() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        parts.add(expressions.commas(Kind.PATTERNS, () -> expressions.starOr(this::pattern)));
        if (tokens.atWord("if")) {
            parts.add(Node.of(Kind.GUARD, tokens.take(), expressions.named()));
        }
        parts.add(tokens.take(Kind.COLON));
        return new Node(Kind.CASE_BLOCK, parts);
    }

    private Tree pattern() {
        Tree value = expressions.expr();
        return tokens.atWord("as") ? Node.of(Kind.PATTERN, value, tokens.take(), tokens.take()) : value;
    }
}
