package io.qpf.schema.load;

import java.util.Optional;

/** What stands in brackets on one line, as far as a line can tell. */
final class FlowText {
    /** The innermost bracket that a line leaves open up to an offset; 0 if there is none. */
    static char open(String line, int to) {
        return new FlowText(line, to).innermost();
    }

    /** Where the part between two commas begins that an offset stands in. */
    static int start(String line, int to) {
        return new FlowText(line, to).since;
    }

    /** Where a text without quotes ends that begins at an offset: at a comma, a closing bracket or a comment. */
    static int end(String line, int from) {
        int at = from;
        while (at < line.length() && ",]}".indexOf(line.charAt(at)) < 0 && !line.startsWith(" #", at)) {
            at++;
        }
        return from + line.substring(from, at).stripTrailing().length();
    }

    /** Where the bracket is closed that a text begins with; -1 if it is not, or if another one is closed first. */
    static int closing(String text) {
        StringBuilder open = new StringBuilder();
        char quote = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0 || beginsQuote(text, at)) {
                quote = quote == 0 ? c : c == quote ? 0 : quote;
            } else if (c == '[' || c == '{') {
                open.append(c == '[' ? ']' : '}');
            } else if (c == ']' || c == '}') {
                if (open.length() == 0 || open.charAt(open.length() - 1) != c) {
                    return -1;
                }
                open.setLength(open.length() - 1);
                if (open.length() == 0) {
                    return at;
                }
            }
        }
        return -1;
    }

    /**
     * Where the item begins and ends that an offset stands in, if a comma in brackets of any kind or in quotes ends none.
     *
     * @param open where the bracket opens that holds the item; -1 if that is on a line above, and the item may go on below
     */
    static Optional<int[]> item(String line, int open, int here) {
        int depth = 0;
        int from = open + 1;
        char quote = 0;
        for (int at = open + 1; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote != 0 || beginsQuote(line, at)) {
                quote = quote == 0 ? c : c == quote ? 0 : quote;
            } else if ("[{(".indexOf(c) >= 0) {
                depth++;
            } else if (depth == 0 && ",]}".indexOf(c) >= 0) {
                if (at >= here || c != ',') {
                    return Optional.of(new int[] {from, at});
                }
                from = at + 1;
            } else if (depth > 0 && "]})".indexOf(c) >= 0) {
                depth--;
            }
        }
        int end = Lines.indent(line) + Lines.withoutComment(line).length();
        return open < 0 && depth == 0 && quote == 0 && from < end
                ? Optional.of(new int[] {from, end})
                : Optional.empty();
    }

    /** Only where a value can begin: elsewhere it is an apostrophe. */
    static boolean beginsQuote(String text, int at) {
        char c = text.charAt(at);
        return (c == '"' || c == '\'') && (at == 0 || "[{(,:- ".indexOf(text.charAt(at - 1)) >= 0);
    }

    private final StringBuilder open = new StringBuilder();
    private int since;

    private FlowText(String line, int to) {
        char quote = 0;
        char before = ' ';
        for (int at = 0; at < Math.min(to, line.length()); at++) {
            char c = line.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && "[{,:- ".indexOf(before) >= 0) {
                // Only where a value can begin: elsewhere it is an apostrophe.
                quote = c;
            } else {
                step(c, at);
            }
            before = c;
        }
    }

    private void step(char c, int at) {
        if (c == '[' || c == '{') {
            open.append(c);
            since = at + 1;
        } else if (c == ',') {
            since = at + 1;
        } else if ((c == ']' || c == '}') && open.length() > 0) {
            open.setLength(open.length() - 1);
        }
    }

    private char innermost() {
        return open.length() == 0 ? 0 : open.charAt(open.length() - 1);
    }
}
