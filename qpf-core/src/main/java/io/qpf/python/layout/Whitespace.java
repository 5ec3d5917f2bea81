package io.qpf.python.layout;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The blank before a token on its line, from its place in the tree. */
final class Whitespace {
    private static final String NO = "";
    private static final String SPACE = " ";

    private final Leaf leaf;
    private final @Nullable Tree sibling;
    private final Leaf before;
    private final Kind parent;
    private final BooleanSupplier complexSubscript;

    private Whitespace(Leaf leaf, Node parent, Leaf before, BooleanSupplier complexSubscript) {
        this.leaf = leaf;
        this.sibling = leaf.previous();
        this.before = before;
        this.parent = parent.kind;
        this.complexSubscript = complexSubscript;
    }

    /**
     * What stands between a token and the one before it.
     *
     * @param before the token before on the line
     * @param complexSubscript whether the token stands in a slice with more than names and numbers
     */
    static String before(Leaf leaf, Leaf before, BooleanSupplier complexSubscript) {
        if (leaf.kind.closes() || leaf.is(Kind.COMMA) || leaf.is(Kind.STANDALONE_COMMENT)) {
            return NO;
        }
        if (leaf.is(Kind.COMMENT)) {
            return "  ";
        }
        Node parent = leaf.parent;
        if (parent == null) {
            return NO;
        }
        return new Whitespace(leaf, parent, before, complexSubscript).decide();
    }

    private String decide() {
        boolean slice = parent == Kind.SUBSCRIPT || parent == Kind.SUBSCRIPTLIST || parent == Kind.SLICEOP;
        if (leaf.is(Kind.COLON) && !slice) {
            return NO;
        }
        if (sibling != null) {
            return sibling.kind.opens() ? NO : inside();
        }
        if (before.kind.opens()) {
            return NO;
        }
        if (leaf.is(Kind.COLON)) {
            boolean hugs = before.is(Kind.COLON) || (!before.is(Kind.COMMA) && !complexSubscript.getAsBoolean());
            return hugs ? NO : SPACE;
        }
        return switch (before.kind) {
            case EQUAL -> afterEqual();
            case COLON ->
                before.parentIs(Kind.SUBSCRIPT) || before.parentIs(Kind.SLICEOP)
                        ? complexSubscript.getAsBoolean() ? SPACE : NO
                        : inside();
            default -> afterOperator() ? NO : inside();
        };
    }

    private String afterEqual() {
        if (before.parent == null) {
            return inside();
        }
        return switch (before.parent.kind) {
            case ARGLIST, ARGUMENT, PARAMETERS, VARARGSLIST -> NO;
            // A typed parameter has blanks around its default; an untyped one has none.
            case TYPEDARGSLIST -> before.prefix;
            default -> inside();
        };
    }

    /** Whether a prefix operator, a star or a decorator's sign stands before. */
    private boolean afterOperator() {
        if (before.is(Kind.STAR)
                && before.parent != null
                && before.parent.is(Kind.STAR_EXPR)
                && (before.parent.parentIs(Kind.SUBSCRIPTLIST) || before.parent.parentIs(Kind.TNAME_STAR))) {
            return true;
        }
        if (Kind.VARARG_MARKS.contains(before.kind) && Delimiters.isVararg(before)) {
            return true;
        }
        if (before.parentIs(Kind.FACTOR) && Kind.MATH.contains(before.kind)) {
            return true;
        }
        return before.is(Kind.AT) && leaf.parent != null && leaf.parent.parentIs(Kind.DECORATOR);
    }

    private String inside() {
        return switch (parent) {
            case PARAMETERS, ARGLIST -> siblingIs(Kind.COMMA) ? SPACE : NO;
            case VARARGSLIST -> sibling != null && !siblingIs(Kind.COMMA) ? NO : SPACE;
            case TYPEDARGSLIST -> inTypedParameters();
            case TNAME, TNAME_STAR -> sibling == null && !before.is(Kind.COMMA) ? NO : SPACE;
            case TRAILER -> inTrailer();
            case ARGUMENT -> inArgument();
            case DECORATOR -> NO;
            case DOTTED_NAME -> sibling != null || before.is(Kind.AT) || before.is(Kind.DOT) ? NO : SPACE;
            case CLASSDEF -> leaf.is(Kind.LPAR) || siblingIs(Kind.LPAR) ? NO : SPACE;
            case SUBSCRIPT, SLICEOP -> inSlice();
            case ATOM -> sibling != null && leaf.is(Kind.DOT) ? NO : SPACE;
            case DICTSETMAKER -> siblingIs(Kind.DOUBLESTAR) ? NO : SPACE;
            case FACTOR, STAR_EXPR -> inPrefixed();
            case IMPORT_FROM -> inImport();
            case EXCEPT_CLAUSE -> leaf.is(Kind.STAR) ? NO : SPACE;
            default -> SPACE;
        };
    }

    private boolean siblingIs(Kind kind) {
        return sibling != null && sibling.is(kind);
    }

    private String inTypedParameters() {
        if (sibling == null) {
            return NO;
        }
        if (leaf.is(Kind.EQUAL)) {
            return sibling.is(Kind.TNAME) || sibling.is(Kind.TNAME_STAR) ? SPACE : NO;
        }
        if (sibling instanceof Leaf equal && equal.is(Kind.EQUAL)) {
            return equal.prefix;
        }
        return sibling.is(Kind.COMMA) ? SPACE : NO;
    }

    private String inTrailer() {
        if (leaf.is(Kind.LPAR)) {
            return NO;
        }
        if (sibling == null) {
            return leaf.is(Kind.DOT) || leaf.is(Kind.LSQB) ? NO : SPACE;
        }
        return sibling.is(Kind.COMMA) ? SPACE : NO;
    }

    private String inArgument() {
        if (leaf.is(Kind.EQUAL)) {
            return NO;
        }
        if (sibling == null) {
            return before.is(Kind.LPAR) ? NO : SPACE;
        }
        return sibling.is(Kind.EQUAL) || Kind.VARARG_MARKS.contains(sibling.kind) ? NO : SPACE;
    }

    private String inSlice() {
        if (sibling == null) {
            boolean item = leaf.parent != null && leaf.parent.parentIs(Kind.SUBSCRIPTLIST);
            return parent == Kind.SUBSCRIPT && item ? SPACE : NO;
        }
        if (leaf.is(Kind.COLONEQUAL) || sibling.is(Kind.COLONEQUAL)) {
            return SPACE;
        }
        return complexSubscript.getAsBoolean() ? SPACE : NO;
    }

    private String inPrefixed() {
        if (sibling == null) {
            boolean slice = before.is(Kind.COLON) && (before.parentIs(Kind.SUBSCRIPT) || before.parentIs(Kind.SLICEOP));
            boolean keyword = before.is(Kind.EQUAL) && before.parentIs(Kind.ARGUMENT);
            return slice || keyword ? NO : SPACE;
        }
        return leaf.is(Kind.NAME) || leaf.is(Kind.NUMBER) || leaf.is(Kind.STRING) ? NO : SPACE;
    }

    private String inImport() {
        if (leaf.is(Kind.DOT)) {
            return siblingIs(Kind.DOT) ? NO : SPACE;
        }
        return leaf.is(Kind.NAME) && !leaf.text.equals("import") && siblingIs(Kind.DOT) ? NO : SPACE;
    }
}
