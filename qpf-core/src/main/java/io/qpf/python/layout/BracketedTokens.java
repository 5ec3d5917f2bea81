package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;

/** Reads the tokens of one logical line, through its brackets and continuations up to the line end that ends it. */
final class BracketedTokens {
    private final String source;
    private final List<Leaf> tokens;
    private final List<Leaf> trailing;

    private int at;
    private int line;
    private int open;
    private boolean fresh;
    private List<Leaf> before = new ArrayList<>();

    BracketedTokens(String source, int at, int line, List<Leaf> tokens, List<Leaf> trailing) {
        this.source = source;
        this.at = at;
        this.line = line;
        this.tokens = tokens;
        this.trailing = trailing;
    }

    /** Where the next line starts. */
    int read() {
        while (at < source.length()) {
            char unit = source.charAt(at);
            if (unit == '\n') {
                at++;
                line++;
                fresh = true;
                if (open == 0) {
                    return at;
                }
            } else if (LogicalLines.blank(unit)) {
                at++;
            } else if (unit == '\\' && at + 1 < source.length() && source.charAt(at + 1) == '\n') {
                at += 2;
                line++;
            } else if (unit == '#') {
                comment();
            } else {
                token(unit);
            }
        }
        if (open > 0) {
            throw fault("a bracket is not closed");
        }
        return at;
    }

    private void comment() {
        int end = source.indexOf('\n', at);
        end = end < 0 ? source.length() : end;
        String text = Comments.normalised(source.substring(at, end));
        at = end;
        if (open == 0) {
            trailing.add(Leaf.made(Kind.COMMENT, text));
        } else {
            before.add(Leaf.made(fresh ? Kind.STANDALONE_COMMENT : Kind.COMMENT, text));
        }
    }

    private void token(char first) {
        int start = at;
        int startLine = line;
        Kind kind;
        if (first < 0x80 ? letter(first) : Character.isUnicodeIdentifierStart(Character.codePointAt(source, at))) {
            kind = word();
        } else if (digit(first) || (first == '.' && at + 1 < source.length() && digit(source.charAt(at + 1)))) {
            kind = number();
        } else if (first == '"' || first == '\'') {
            kind = string();
        } else {
            Operators.Operator operator = Operators.at(source, at);
            if (operator == null) {
                throw fault("a character that Python does not know: U+" + Integer.toHexString(first));
            }
            at += operator.text().length();
            add(new Leaf(operator.kind(), operator.text(), startLine));
            return;
        }
        String text = source.substring(start, at);
        add(new Leaf(kind, kind == Kind.NUMBER ? Numbers.normalised(text) : text, startLine));
    }

    private void add(Leaf leaf) {
        if (leaf.kind.opens()) {
            open++;
        } else if (leaf.kind.closes() && --open < 0) {
            throw fault("a bracket closes that was not opened");
        }
        if (!before.isEmpty()) {
            leaf.before = before;
            before = new ArrayList<>();
        }
        leaf.broken = fresh && !tokens.isEmpty();
        fresh = false;
        tokens.add(leaf);
    }

    private Kind word() {
        int start = at;
        while (at < source.length() && wordPart(source.charAt(at))) {
            at++;
        }
        if (at < source.length() && (source.charAt(at) == '"' || source.charAt(at) == '\'') && stringPrefix(start)) {
            return string();
        }
        int length = at - start;
        if (length == 5 && source.startsWith("a", start)) {
            return source.startsWith("async", start)
                    ? Kind.ASYNC
                    : source.startsWith("await", start) ? Kind.AWAIT : Kind.NAME;
        }
        return Kind.NAME;
    }

    private boolean stringPrefix(int start) {
        for (int i = start; i < at; i++) {
            if ("rbuftRBUFT".indexOf(source.charAt(i)) < 0) {
                return false;
            }
        }
        return at - start <= 2;
    }

    private Kind string() {
        char quote = source.charAt(at);
        boolean triple = source.startsWith(String.valueOf(quote).repeat(3), at);
        int width = triple ? 3 : 1;
        at += width;
        int startLine = line;
        while (at < source.length()) {
            char unit = source.charAt(at);
            if (unit == '\\') {
                at++;
            }
            if (at < source.length() && source.charAt(at) == '\n') {
                if (!triple && unit != '\\') {
                    break;
                }
                line++;
            } else if (unit == quote && (!triple || closesTriple(quote))) {
                at += width;
                return Kind.STRING;
            }
            at++;
        }
        line = startLine;
        throw fault("a string is not closed");
    }

    private boolean closesTriple(char quote) {
        return at + 2 < source.length() && source.charAt(at + 1) == quote && source.charAt(at + 2) == quote;
    }

    private Kind number() {
        boolean hex = source.startsWith("0x", at) || source.startsWith("0X", at);
        while (at < source.length()) {
            char unit = source.charAt(at);
            boolean exponent = !hex && (unit == 'e' || unit == 'E');
            if (exponent && at + 1 < source.length() && "+-".indexOf(source.charAt(at + 1)) >= 0) {
                at += 2;
            } else if (unit == '.' || wordPart(unit)) {
                at++;
            } else {
                break;
            }
        }
        return Kind.NUMBER;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }

    private static boolean letter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_';
    }

    private static boolean digit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static boolean wordPart(char unit) {
        return letter(unit)
                || digit(unit)
                || (unit >= 0x80 && Character.isUnicodeIdentifierPart(unit))
                || Character.isSurrogate(unit);
    }
}
