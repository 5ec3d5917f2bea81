package io.qpf.python.layout;

import java.util.EnumSet;
import java.util.Set;

/** Kinds of tokens, and of tree nodes where the layout asks for them; named as in Python's own grammar. */
enum Kind {
    NAME,
    NUMBER,
    STRING,
    ASYNC,
    AWAIT,
    COMMENT,
    STANDALONE_COMMENT,
    END,

    LPAR,
    RPAR,
    LSQB,
    RSQB,
    LBRACE,
    RBRACE,

    COMMA,
    COLON,
    SEMI,
    DOT,
    EQUAL,
    AUGASSIGN,
    RARROW,
    COLONEQUAL,
    COMPARATOR,

    VBAR,
    CIRCUMFLEX,
    AMPER,
    SHIFT,
    PLUS,
    MINUS,
    STAR,
    SLASH,
    DOUBLESLASH,
    PERCENT,
    AT,
    TILDE,
    DOUBLESTAR,

    STATEMENT,
    IF_STMT,
    WHILE_STMT,
    FOR_STMT,
    WITH_STMT,
    EXCEPT_CLAUSE,
    MATCH_STMT,
    CASE_BLOCK,
    GUARD,
    FUNCDEF,
    CLASSDEF,
    DECORATOR,
    ASYNC_STMT,
    RETURN_STMT,
    DEL_STMT,
    ASSERT_STMT,
    EXPR_STMT,
    ANNASSIGN,
    IMPORT_NAME,
    IMPORT_FROM,

    PARAMETERS,
    TYPEDARGSLIST,
    TNAME,
    TNAME_STAR,
    VARARGSLIST,
    ARGLIST,
    ARGUMENT,
    DOTTED_NAME,
    IMPORT_AS_NAME,
    IMPORT_AS_NAMES,

    TESTLIST_STAR_EXPR,
    EXPRLIST,
    TESTLIST,
    NAMEDEXPR_TEST,
    ASEXPR_TEST,
    TEST,
    LAMBDEF,
    OR_TEST,
    AND_TEST,
    NOT_TEST,
    COMPARISON,
    COMP_OP,
    STAR_EXPR,
    EXPR,
    XOR_EXPR,
    AND_EXPR,
    SHIFT_EXPR,
    ARITH_EXPR,
    TERM,
    FACTOR,
    POWER,
    ATOM,
    TRAILER,
    LISTMAKER,
    TESTLIST_GEXP,
    DICTSETMAKER,
    SUBSCRIPTLIST,
    SUBSCRIPT,
    SLICEOP,
    COMP_FOR,
    COMP_IF,
    YIELD_EXPR,
    PATTERNS,
    PATTERN;

    static final Set<Kind> MATH = EnumSet.range(VBAR, DOUBLESTAR);
    static final Set<Kind> VARARG_MARKS = EnumSet.of(STAR, DOUBLESTAR, SLASH);
    static final Set<Kind> VARARG_PARENTS = EnumSet.of(ARGLIST, ARGUMENT, TRAILER, TYPEDARGSLIST, VARARGSLIST);
    static final Set<Kind> UNPACKING_PARENTS =
            EnumSet.of(ATOM, DICTSETMAKER, LISTMAKER, TESTLIST_GEXP, TESTLIST_STAR_EXPR, PATTERN);

    /** What makes a slice's bound more than a name or a number. */
    static final Set<Kind> COMPLEX = EnumSet.of(
            TEST,
            LAMBDEF,
            OR_TEST,
            AND_TEST,
            NOT_TEST,
            COMPARISON,
            STAR_EXPR,
            EXPR,
            XOR_EXPR,
            AND_EXPR,
            SHIFT_EXPR,
            ARITH_EXPR,
            TRAILER,
            TERM,
            POWER,
            NAMEDEXPR_TEST);

    boolean opens() {
        return this == LPAR || this == LSQB || this == LBRACE;
    }

    boolean closes() {
        return this == RPAR || this == RSQB || this == RBRACE;
    }

    boolean bracket() {
        return compareTo(LPAR) >= 0 && compareTo(RBRACE) <= 0;
    }

    /** The closing bracket of an opening one. */
    Kind closing() {
        return switch (this) {
            case LPAR -> RPAR;
            case LSQB -> RSQB;
            case LBRACE -> RBRACE;
            default -> throw new IllegalStateException(this + " opens nothing");
        };
    }
}
