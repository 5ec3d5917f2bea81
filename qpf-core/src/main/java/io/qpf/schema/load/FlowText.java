package io.qpf.schema.load;

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
