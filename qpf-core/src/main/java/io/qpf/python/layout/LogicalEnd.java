package io.qpf.python.layout;

/** Finds where a logical line ends, through its strings, brackets and continuations, without reading its tokens. */
final class LogicalEnd {
    private final String source;
    private int at;
    private int open;

    private LogicalEnd(String source, int at) {
        this.source = source;
        this.at = at;
    }

    /** The offset behind the line's end. What is no Python ends anywhere; whoever reads the tokens says so. */
    static int of(String source, int start) {
        LogicalEnd scan = new LogicalEnd(source, start);
        while (scan.at < source.length()) {
            if (scan.step()) {
                return scan.at;
            }
        }
        return source.length();
    }

    /** Whether the line ended. */
    private boolean step() {
        char unit = source.charAt(at++);
        switch (unit) {
            case '\n' -> {
                return open <= 0;
            }
            case '#' -> {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            }
            case '\\' -> at++;
            case '(', '[', '{' -> open++;
            case ')', ']', '}' -> open--;
            case '"', '\'' -> string(unit);
            default -> {}
        }
        return false;
    }

    private void string(char quote) {
        boolean triple = at + 1 < source.length() && source.charAt(at) == quote && source.charAt(at + 1) == quote;
        at += triple ? 2 : 0;
        while (at < source.length()) {
            char unit = source.charAt(at++);
            if (unit == '\\') {
                at++;
            } else if (unit == '\n' && !triple) {
                at--;
                return;
            } else if (unit == quote && (!triple || closesTriple(quote))) {
                at += triple ? 2 : 0;
                return;
            }
        }
    }

    private boolean closesTriple(char quote) {
        return at + 1 < source.length() && source.charAt(at) == quote && source.charAt(at + 1) == quote;
    }
}
