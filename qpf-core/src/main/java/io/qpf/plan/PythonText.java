package io.qpf.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is certainly wrong with the text of a Python file: brackets, quotes and headers without their colon. It is no parser of
 * Python, and silent about all else.
 */
final class PythonText {
    /** A line, 1-based, and what is wrong there. */
    record Fault(int line, String message) {}

    private record Open(char bracket, int line) {}

    private static final Pattern HEADER = Pattern.compile("\\s*(?:async\\s+def|def|class)\\s+\\w.*", Pattern.DOTALL);

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int statement;
    private int statementLine = 1;
    private boolean colon;
    private boolean uncertain;

    private PythonText(String text) {
        this.text = text;
    }

    static Optional<Fault> fault(String text) {
        return new PythonText(text + "\n").first();
    }

    private Optional<Fault> first() {
        while (at < text.length()) {
            char c = text.charAt(at);
            Optional<Fault> fault = Optional.empty();
            if (c == '#') {
                at = text.indexOf('\n', at);
            } else if (c == '"' || c == '\'') {
                boolean closed = string(c);
                if (uncertain) {
                    return Optional.empty();
                }
                if (!closed) {
                    return Optional.of(new Fault(line, "a quote is never closed"));
                }
            } else if (c == '\n') {
                fault = lineEnd();
            } else {
                fault = sign(c);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.ofNullable(open.peekLast())
                .map(it -> new Fault(it.line, "the bracket `" + it.bracket + "` is never closed"));
    }

    private Optional<Fault> sign(char c) {
        at++;
        if (c == '\\' && at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        } else if (c == '(' || c == '[' || c == '{') {
            open.push(new Open(c, line));
        } else if (c == ')' || c == ']' || c == '}') {
            return close(c);
        } else if (c == ':' && open.isEmpty()) {
            colon = true;
        }
        return Optional.empty();
    }

    private Optional<Fault> close(char c) {
        if (open.isEmpty()) {
            return Optional.of(new Fault(line, "the bracket `" + c + "` closes nothing"));
        }
        Open last = open.pop();
        return "([{".indexOf(last.bracket) == ")]}".indexOf(c)
                ? Optional.empty()
                : Optional.of(new Fault(
                        line,
                        "the bracket `" + c + "` does not close the `" + last.bracket + "` of line " + last.line));
    }

    private Optional<Fault> lineEnd() {
        Optional<Fault> fault = Optional.empty();
        if (open.isEmpty()) {
            String whole = text.substring(statement, at);
            if (!colon && HEADER.matcher(whole).matches()) {
                fault = Optional.of(new Fault(statementLine, "the colon is missing behind `" + whole.strip() + "`"));
            }
            statement = at + 1;
            statementLine = line + 1;
            colon = false;
        }
        at++;
        line++;
        return fault;
    }

    /** Goes behind a string; false if it never ends. */
    private boolean string(char quote) {
        boolean formatted = isFormatted();
        boolean triple = text.startsWith(String.valueOf(quote).repeat(3), at);
        String end = String.valueOf(quote).repeat(triple ? 3 : 1);
        int from = at + end.length();
        int lines = 0;
        int braces = 0;
        while (from < text.length()) {
            char c = text.charAt(from);
            if (braces == 0 && text.startsWith(end, from)) {
                at = from + end.length();
                line += lines;
                return true;
            }
            if (braces > 0 && "\"'{[(\\\n".indexOf(c) >= 0) {
                // What stands there may hold quotes and brackets of its own: nobody can tell without a parser.
                uncertain = true;
                return true;
            }
            if (c == '\n' && !triple) {
                at = from;
                return false;
            }
            if (formatted && (c == '{' || c == '}')) {
                boolean twice = braces == 0 && from + 1 < text.length() && text.charAt(from + 1) == c;
                from += twice ? 1 : 0;
                braces = Math.max(0, braces + (twice ? 0 : c == '{' ? 1 : -1));
            }
            // No backslash keeps a brace from being one.
            boolean brace = formatted && from + 1 < text.length() && "{}".indexOf(text.charAt(from + 1)) >= 0;
            from += c == '\\' && !brace ? 1 : 0;
            lines += c == '\n' || (c == '\\' && from < text.length() && text.charAt(from) == '\n') ? 1 : 0;
            from++;
        }
        return false;
    }

    private boolean isFormatted() {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String prefix = text.substring(start, at).toLowerCase(Locale.ROOT);
        return prefix.length() <= 2 && (prefix.contains("f") || prefix.contains("t"));
    }
}
