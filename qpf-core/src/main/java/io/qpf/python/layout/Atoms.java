package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Parses what binds tightest: names, literals, displays, calls, subscripts, attributes, comprehensions. */
final class Atoms {
    private final TokenStream tokens;
    private final Expressions expressions;

    Atoms(TokenStream tokens, Expressions expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Tree power() {
        List<Tree> parts = new ArrayList<>();
        if (tokens.at(Kind.AWAIT)) {
            parts.add(tokens.take());
        }
        parts.add(atom());
        while (tokens.at(Kind.DOT) || tokens.at(Kind.LPAR) || tokens.at(Kind.LSQB)) {
            parts.add(trailer());
        }
        if (tokens.at(Kind.DOUBLESTAR)) {
            parts.add(tokens.take());
            parts.add(expressions.factor());
        }
        return Node.collapsed(Kind.POWER, parts);
    }

    private Tree atom() {
        return switch (tokens.peek().kind) {
            case LPAR -> bracketed(Kind.RPAR, () -> expressions.yieldOr(() -> display(Kind.TESTLIST_GEXP)));
            case LSQB -> bracketed(Kind.RSQB, () -> display(Kind.LISTMAKER));
            case LBRACE -> bracketed(Kind.RBRACE, this::dictOrSet);
            case STRING -> strings();
            case DOT -> Node.of(Kind.ATOM, tokens.take(), tokens.take(Kind.DOT), tokens.take(Kind.DOT));
            case NAME, NUMBER -> tokens.take();
            default -> throw tokens.fault("expected an expression");
        };
    }

    private Tree strings() {
        List<Tree> strings = new ArrayList<>();
        while (tokens.at(Kind.STRING)) {
            Leaf string = tokens.take();
            string.text = Strings.lowerEscapes(string.text);
            strings.add(string);
        }
        return Node.collapsed(Kind.ATOM, strings);
    }

    private Tree bracketed(Kind closing, java.util.function.Supplier<Tree> inner) {
        Leaf open = tokens.take();
        if (tokens.at(closing)) {
            return Node.of(Kind.ATOM, open, tokens.take());
        }
        Tree content = inner.get();
        return Node.of(Kind.ATOM, open, content, tokens.take(closing));
    }

    private Tree display(Kind kind) {
        Tree first = expressions.starOr(expressions::named);
        return startsComprehension() ? Node.of(kind, first, comprehension()) : restOf(kind, first);
    }

    private Tree restOf(Kind kind, Tree first) {
        List<Tree> items = new ArrayList<>();
        items.add(first);
        while (tokens.at(Kind.COMMA)) {
            items.add(tokens.take());
            if (!expressions.startsExpression() && !closes()) {
                throw tokens.fault("expected an item");
            }
            if (!closes()) {
                items.add(expressions.starOr(expressions::named));
            }
        }
        return Node.collapsed(kind, items);
    }

    private boolean closes() {
        return tokens.peek().kind.closes();
    }

    private Tree dictOrSet() {
        List<Tree> items = new ArrayList<>();
        do {
            if (tokens.at(Kind.COMMA)) {
                items.add(tokens.take());
            }
            if (closes()) {
                break;
            }
            if (tokens.at(Kind.DOUBLESTAR)) {
                items.add(tokens.take());
                items.add(expressions.expr());
            } else {
                items.add(expressions.starOr(expressions::named));
                if (tokens.at(Kind.COLON)) {
                    items.add(tokens.take());
                    items.add(expressions.aliased());
                }
            }
            if (startsComprehension()) {
                items.add(comprehension());
            }
        } while (tokens.at(Kind.COMMA));
        return Node.collapsed(Kind.DICTSETMAKER, items);
    }

    private Tree trailer() {
        Leaf first = tokens.take();
        if (first.is(Kind.DOT)) {
            return Node.of(Kind.TRAILER, first, tokens.take());
        }
        if (first.is(Kind.LSQB)) {
            Tree subscripts = Node.collapsed(Kind.SUBSCRIPTLIST, subscripts());
            return Node.of(Kind.TRAILER, first, subscripts, tokens.take(Kind.RSQB));
        }
        if (tokens.at(Kind.RPAR)) {
            return Node.of(Kind.TRAILER, first, tokens.take());
        }
        Tree arguments = arguments();
        return Node.of(Kind.TRAILER, first, arguments, tokens.take(Kind.RPAR));
    }

    /** The arguments of a call or the bases of a class. */
    Tree arguments() {
        List<Tree> items = new ArrayList<>();
        items.add(argument());
        while (tokens.at(Kind.COMMA)) {
            items.add(tokens.take());
            if (!closes()) {
                items.add(argument());
            }
        }
        return Node.collapsed(Kind.ARGLIST, items);
    }

    private Tree argument() {
        if (tokens.at(Kind.STAR) || tokens.at(Kind.DOUBLESTAR)) {
            return Node.of(Kind.ARGUMENT, tokens.take(), expressions.test());
        }
        Tree value = expressions.test();
        if (tokens.at(Kind.EQUAL)) {
            return Node.of(Kind.ARGUMENT, value, tokens.take(), expressions.test());
        }
        if (tokens.at(Kind.COLONEQUAL)) {
            return Node.of(Kind.ARGUMENT, value, tokens.take(), expressions.test());
        }
        return startsComprehension() ? Node.of(Kind.ARGUMENT, value, comprehension()) : value;
    }

    private List<Tree> subscripts() {
        List<Tree> items = new ArrayList<>();
        items.add(subscript());
        while (tokens.at(Kind.COMMA)) {
            items.add(tokens.take());
            if (!closes()) {
                items.add(subscript());
            }
        }
        return items;
    }

    private Tree subscript() {
        if (tokens.at(Kind.STAR)) {
            return expressions.starOr(expressions::expr);
        }
        List<Tree> parts = new ArrayList<>();
        if (!tokens.at(Kind.COLON)) {
            parts.add(expressions.test());
        }
        if (tokens.at(Kind.COLONEQUAL)) {
            parts.add(tokens.take());
            parts.add(expressions.test());
        }
        if (tokens.at(Kind.COLON)) {
            parts.add(tokens.take());
            if (expressions.startsExpression()) {
                parts.add(expressions.test());
            }
            if (tokens.at(Kind.COLON)) {
                parts.add(step());
            }
        }
        return Node.collapsed(Kind.SUBSCRIPT, parts);
    }

    private Tree step() {
        Leaf colon = tokens.take();
        return expressions.startsExpression() ? Node.of(Kind.SLICEOP, colon, expressions.test()) : colon;
    }

    private boolean startsComprehension() {
        return tokens.atWord("for") || tokens.at(Kind.ASYNC);
    }

    private Tree comprehension() {
        List<Tree> parts = new ArrayList<>();
        if (tokens.at(Kind.ASYNC)) {
            parts.add(tokens.take());
        }
        parts.add(tokens.take());
        parts.add(expressions.targets());
        parts.add(tokens.take());
        parts.add(expressions.commas(Kind.TESTLIST, expressions::orTest));
        addNext(parts);
        return new Node(Kind.COMP_FOR, parts);
    }

    private void addNext(List<Tree> parts) {
        if (startsComprehension()) {
            parts.add(comprehension());
        } else if (tokens.atWord("if")) {
            List<Tree> condition = new ArrayList<>();
            condition.add(tokens.take());
            condition.add(expressions.orTest());
            addNext(condition);
            parts.add(new Node(Kind.COMP_IF, condition));
        }
    }
}
