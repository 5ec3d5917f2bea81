package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Parses expressions into the shape of Python's own concrete tree; operators climb by precedence. */
final class Expressions {
    private static final int NOT_LEVEL = 2;
    private static final Kind[] LEVELS = {
        Kind.OR_TEST,
        Kind.AND_TEST,
        Kind.NOT_TEST,
        Kind.COMPARISON,
        Kind.EXPR,
        Kind.XOR_EXPR,
        Kind.AND_EXPR,
        Kind.SHIFT_EXPR,
        Kind.ARITH_EXPR,
        Kind.TERM,
    };

    private final TokenStream tokens;
    private final Atoms atoms;

    Expressions(TokenStream tokens) {
        this.tokens = tokens;
        this.atoms = new Atoms(tokens, this);
    }

    /** With the walrus and with "as", which only some places allow: those who lay out need not check. */
    Tree named() {
        Tree first = aliased();
        if (!tokens.at(Kind.COLONEQUAL)) {
            return first;
        }
        return Node.of(Kind.NAMEDEXPR_TEST, first, tokens.take(), aliased());
    }

    Tree aliased() {
        Tree first = test();
        return tokens.atWord("as") ? Node.of(Kind.ASEXPR_TEST, first, tokens.take(), test()) : first;
    }

    Tree test() {
        if (tokens.atWord("lambda")) {
            return lambda();
        }
        Tree value = orTest();
        if (!tokens.atWord("if")) {
            return value;
        }
        return Node.of(Kind.TEST, value, tokens.take(), orTest(), tokens.take(), test());
    }

    Tree orTest() {
        return operators(0);
    }

    /** From the bitwise or on: what a target or a star takes. */
    Tree expr() {
        return operators(4);
    }

    Tree starOr(Supplier<Tree> other) {
        return tokens.at(Kind.STAR) ? Node.of(Kind.STAR_EXPR, tokens.take(), expr()) : other.get();
    }

    /** A list with commas, one at the end too; a single item stays bare. */
    Tree commas(Kind kind, Supplier<Tree> item) {
        return Node.collapsed(kind, commaList(item));
    }

    List<Tree> commaList(Supplier<Tree> item) {
        List<Tree> items = new ArrayList<>();
        items.add(item.get());
        while (tokens.at(Kind.COMMA)) {
            items.add(tokens.take());
            if (!startsExpression()) {
                break;
            }
            items.add(item.get());
        }
        return items;
    }

    Tree testlistStar() {
        return commas(Kind.TESTLIST_STAR_EXPR, () -> starOr(this::named));
    }

    Tree targets() {
        return commas(Kind.EXPRLIST, () -> starOr(this::expr));
    }

    Tree yieldOr(Supplier<Tree> other) {
        if (!tokens.atWord("yield")) {
            return other.get();
        }
        Leaf keyword = tokens.take();
        if (tokens.atWord("from")) {
            return Node.of(Kind.YIELD_EXPR, keyword, Node.of(Kind.STATEMENT, tokens.take(), test()));
        }
        return startsExpression() ? Node.of(Kind.YIELD_EXPR, keyword, testlistStar()) : keyword;
    }

    /** Whether the next token can begin an expression; after a trailing comma it often cannot. */
    boolean startsExpression() {
        Leaf next = tokens.peek();
        return switch (next.kind) {
            case NUMBER, STRING, AWAIT, LPAR, LSQB, LBRACE, PLUS, MINUS, TILDE, STAR, DOUBLESTAR, DOT -> true;
            case NAME ->
                !(next.word("in") || next.word("for") || next.word("if") || next.word("as") || next.word("from"));
            default -> false;
        };
    }

    private Tree lambda() {
        List<Tree> parts = new ArrayList<>();
        parts.add(tokens.take());
        if (!tokens.at(Kind.COLON)) {
            parts.add(Node.collapsed(Kind.VARARGSLIST, lambdaParameters()));
        }
        parts.add(tokens.take(Kind.COLON));
        parts.add(test());
        return new Node(Kind.LAMBDEF, parts);
    }

    private List<Tree> lambdaParameters() {
        List<Tree> parts = new ArrayList<>();
        while (!tokens.at(Kind.COLON)) {
            Leaf part = tokens.take();
            parts.add(part);
            if (part.is(Kind.EQUAL)) {
                parts.add(test());
            }
        }
        return parts;
    }

    private Tree operators(int lowest) {
        Tree left;
        if (tokens.atWord("not") && lowest <= NOT_LEVEL) {
            left = Node.of(Kind.NOT_TEST, tokens.take(), operators(NOT_LEVEL));
        } else {
            left = factor();
        }
        int level = level();
        while (level >= lowest) {
            List<Tree> parts = new ArrayList<>();
            parts.add(left);
            int gathered = level;
            while (level == gathered) {
                parts.add(operator());
                parts.add(operators(gathered + 1));
                level = level();
            }
            left = new Node(LEVELS[gathered], parts);
        }
        return left;
    }

    private Tree operator() {
        Leaf first = tokens.take();
        boolean pair = (first.word("not") && tokens.atWord("in")) || (first.word("is") && tokens.atWord("not"));
        return pair ? Node.of(Kind.COMP_OP, first, tokens.take()) : first;
    }

    /** How tightly the next token binds, or less than nothing if it is no binary operator. */
    private int level() {
        Leaf next = tokens.peek();
        return switch (next.kind) {
            case NAME -> wordLevel(next);
            case COMPARATOR -> 3;
            case VBAR -> 4;
            case CIRCUMFLEX -> 5;
            case AMPER -> 6;
            case SHIFT -> 7;
            case PLUS, MINUS -> 8;
            case STAR, SLASH, DOUBLESLASH, PERCENT, AT -> 9;
            default -> -1;
        };
    }

    private int wordLevel(Leaf word) {
        return switch (word.text) {
            case "or" -> 0;
            case "and" -> 1;
            case "in", "is" -> 3;
            case "not" -> tokens.peek(1).word("in") ? 3 : -1;
            default -> -1;
        };
    }

    Tree factor() {
        return switch (tokens.peek().kind) {
            case PLUS, MINUS, TILDE -> Node.of(Kind.FACTOR, tokens.take(), factor());
            default -> atoms.power();
        };
    }
}
