package io.qpf.python.layout;

import org.jspecify.annotations.Nullable;

/** Python's operators and delimiters, the longest that fits first. */
final class Operators {
    record Operator(String text, Kind kind) {}

    private static final Operator[][] BY_FIRST = new Operator[128][];

    static {
        put(Kind.LPAR, "(");
        put(Kind.RPAR, ")");
        put(Kind.LSQB, "[");
        put(Kind.RSQB, "]");
        put(Kind.LBRACE, "{");
        put(Kind.RBRACE, "}");
        put(Kind.COMMA, ",");
        put(Kind.SEMI, ";");
        put(Kind.DOT, ".");
        put(Kind.TILDE, "~");
        put(Kind.COLONEQUAL, ":=");
        put(Kind.COLON, ":");
        put(Kind.RARROW, "->");
        put(Kind.AUGASSIGN, "**=", "//=", "<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=");
        put(Kind.COMPARATOR, "<=", ">=", "==", "!=");
        put(Kind.SHIFT, "<<", ">>");
        put(Kind.COMPARATOR, "<", ">");
        put(Kind.EQUAL, "=");
        put(Kind.DOUBLESTAR, "**");
        put(Kind.STAR, "*");
        put(Kind.DOUBLESLASH, "//");
        put(Kind.SLASH, "/");
        put(Kind.PLUS, "+");
        put(Kind.MINUS, "-");
        put(Kind.PERCENT, "%");
        put(Kind.AT, "@");
        put(Kind.VBAR, "|");
        put(Kind.AMPER, "&");
        put(Kind.CIRCUMFLEX, "^");
    }

    private Operators() {}

    static @Nullable Operator at(String source, int from) {
        char first = source.charAt(from);
        Operator[] candidates = first < 128 ? BY_FIRST[first] : null;
        if (candidates == null) {
            return null;
        }
        for (Operator candidate : candidates) {
            if (source.startsWith(candidate.text, from)) {
                return candidate;
            }
        }
        return null;
    }

    private static void put(Kind kind, String... texts) {
        for (String text : texts) {
            char first = text.charAt(0);
            Operator[] old = BY_FIRST[first] == null ? new Operator[0] : BY_FIRST[first];
            Operator[] all = new Operator[old.length + 1];
            System.arraycopy(old, 0, all, 0, old.length);
            all[old.length] = new Operator(text, kind);
            BY_FIRST[first] = all;
        }
    }
}
