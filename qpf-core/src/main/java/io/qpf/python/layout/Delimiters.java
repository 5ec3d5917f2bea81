package io.qpf.python.layout;

import org.jspecify.annotations.Nullable;

/** Where a line may break, and how much rather there than elsewhere: the higher, the rather. */
final class Delimiters {
    static final int COMPREHENSION = 20;
    static final int COMMA = 18;
    static final int TERNARY = 16;
    static final int LOGIC = 14;
    static final int STRING = 12;
    static final int COMPARATOR = 10;
    static final int DOT = 1;

    private Delimiters() {}

    /** A star or slash that marks parameters or unpacks, and multiplies or divides nothing. */
    static boolean isVararg(Leaf leaf) {
        Node parent = leaf.parent;
        if (parent == null || !Kind.VARARG_MARKS.contains(leaf.kind)) {
            return false;
        }
        if (parent.is(Kind.STAR_EXPR)) {
            parent = parent.parent;
        }
        return parent != null
                && (Kind.VARARG_PARENTS.contains(parent.kind) || Kind.UNPACKING_PARENTS.contains(parent.kind));
    }

    /** For a break before the token; zero where none may be. */
    static int before(Leaf leaf, @Nullable Leaf previous) {
        return switch (leaf.kind) {
            case NAME -> word(leaf, previous);
            case DOT -> dot(leaf, previous);
            case STRING -> previous != null && previous.is(Kind.STRING) ? STRING : 0;
            case COMPARATOR -> COMPARATOR;
            case ASYNC -> comprehension(leaf);
            case VBAR -> 9;
            case CIRCUMFLEX -> 8;
            case AMPER -> 7;
            case SHIFT -> 6;
            case PLUS, MINUS -> unary(leaf) ? 0 : 5;
            case STAR, SLASH -> isVararg(leaf) || unary(leaf) ? 0 : 4;
            case DOUBLESLASH, PERCENT, AT -> 4;
            case TILDE -> unary(leaf) ? 0 : 3;
            case DOUBLESTAR -> isVararg(leaf) ? 0 : 2;
            default -> 0;
        };
    }

    private static boolean unary(Leaf leaf) {
        return leaf.parentIs(Kind.FACTOR) || leaf.parentIs(Kind.STAR_EXPR);
    }

    private static int dot(Leaf leaf, @Nullable Leaf previous) {
        boolean chained = previous == null || previous.kind.closes();
        boolean module = leaf.parent == null || leaf.parentIs(Kind.IMPORT_FROM) || leaf.parentIs(Kind.DOTTED_NAME);
        return chained && !module ? DOT : 0;
    }

    private static int comprehension(Leaf leaf) {
        boolean second = leaf.previous() instanceof Leaf previous && previous.text.equals("async");
        return second ? 0 : COMPREHENSION;
    }

    private static int word(Leaf leaf, @Nullable Leaf previous) {
        boolean afterNot = previous != null && previous.word("not");
        boolean afterIs = previous != null && previous.word("is");
        return switch (leaf.text) {
            case "for" -> leaf.parentIs(Kind.COMP_FOR) ? comprehension(leaf) : 0;
            case "if" -> leaf.parentIs(Kind.COMP_IF) ? COMPREHENSION : leaf.parentIs(Kind.TEST) ? TERNARY : 0;
            case "else" -> leaf.parentIs(Kind.TEST) ? TERNARY : 0;
            case "is" -> COMPARATOR;
            case "in" -> !afterNot && (leaf.parentIs(Kind.COMP_OP) || leaf.parentIs(Kind.COMPARISON)) ? COMPARATOR : 0;
            case "not" -> !afterIs && leaf.parentIs(Kind.COMP_OP) ? COMPARATOR : 0;
            case "and", "or" -> LOGIC;
            default -> 0;
        };
    }
}
