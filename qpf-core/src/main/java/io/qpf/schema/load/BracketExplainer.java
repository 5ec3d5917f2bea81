package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a list or mapping in brackets that does not end, or that holds what it cannot. */
final class BracketExplainer {
    /** {@code name: greet path}, where a colon follows: two entries. */
    private static final Pattern GLUED =
            Pattern.compile("\\s*([\\w.-]+|\"[^\"]*\"|'[^']*')\\s*:\\s+(\\S+)\\s+([\\w.-]+)\\s*");

    private static final Pattern CLOSED = Pattern.compile("[\"'\\])}]\\s*$");
    private static final Pattern NEXT = Pattern.compile("[\"'\\w\\[{]");
    private static final Pattern KEY = Pattern.compile("(?:[\\w.-]+|\"[^\"]*\"|'[^']*')\\s*:");
    private static final Pattern ENTRY = Pattern.compile("\\s*(?:[\\w.-]+|\"[^\"]*\"|'[^']*')\\s*:\\s+([^\"'\\[{].*)");

    /** {@code list[float]} or {@code dict[str, list[float]]} where a value begins. */
    private static final Pattern TYPE =
            Pattern.compile("([:,\\[{]\\s*)([A-Za-z_]\\w*\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\])");

    private final SourceFile file;

    BracketExplainer(SourceFile file) {
        this.file = file;
    }

    /**
     * Explains it.
     *
     * @param opened where the bracket opens
     * @param at where the parser gave up
     */
    Diagnostic explain(Position opened, Position at) {
        String line = file.line(opened.line());
        String rest = Lines.withoutComment(Columns.from(line, opened.column()));
        boolean list = rest.startsWith("[");
        int closing = FlowText.closing(rest);
        String inside = closing < 0 ? rest : rest.substring(0, closing + 1);
        boolean closed = inside.endsWith(list ? "]" : "}");
        String before = Columns.before(line, opened.column()).strip();
        if (list && closed && !inside.contains(",") && inside.contains("?")) {
            return LoadRule.BLANK_LEFT_IN.at(
                    Lines.rest(file, opened),
                    "`" + inside + "` is a blank left in from a template",
                    "Replace the brackets and what is in them by the real text.");
        }
        if (opened.line() == at.line() && closed) {
            return comma(line, at)
                    .or(() -> type(line, opened, at))
                    .orElseGet(() -> needsQuotes(
                            opened, at, before + " " + Words.quoted(inside) + rest.substring(inside.length())));
        }
        int last = last(opened.line(), at.line());
        if (last > opened.line()) {
            String end = Lines.withoutComment(file.line(last)).replaceFirst(",$", "");
            return LoadRule.OPEN_BRACKET.at(
                    Lines.rest(file, opened),
                    "The bracket that opens here is never closed",
                    "Close it at the end of line " + last + ": `" + end + (list ? "]" : "}") + "`.");
        }
        return LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, opened),
                "The bracket that opens here is never closed",
                "Close it: `" + (before.isEmpty() ? "" : before + " ") + rest + (list ? "]" : "}")
                        + "`, or put the value in quotes if the bracket is part of a text.");
    }

    private Diagnostic needsQuotes(Position opened, Position at, String whole) {
        String line = file.line(at.line());
        return LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, at),
                "The brackets that open at column " + opened.column() + " hold something that needs quotes",
                "Put texts with colons, question marks, quotes or brackets in quotes inside brackets, such as "
                        + "{field: \"list[float]\"}"
                        + quoted(line, at)
                                .or(() -> quotedItem(line, opened, at))
                                .map(it -> ": `" + it + "`.")
                                .orElseGet(() -> ", or the whole value: `" + whole + "`."));
    }

    /** The last line that is indented deeper than the one that the bracket opens on, up to where the parser gave up. */
    private int last(int opened, int end) {
        int last = opened;
        int indent = Lines.indent(file.line(opened));
        for (int line = opened + 1; line <= end; line++) {
            String text = file.line(line);
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                if (Lines.indent(text) <= indent) {
                    return last;
                }
                last = line;
            }
        }
        return last;
    }

    /** A comma that is missing between two entries. */
    private Optional<Diagnostic> comma(String line, Position at) {
        int here = Columns.before(line, at.column()).length();
        int start = FlowText.start(line, here);
        String part = line.substring(start, here);
        Matcher glued = GLUED.matcher(part);
        Pattern next = FlowText.open(line, here) == '{' ? KEY : NEXT;
        boolean closed = CLOSED.matcher(part).find()
                && next.matcher(line.substring(here)).lookingAt();
        if (!closed && !(line.startsWith(":", here) && glued.matches())) {
            return Optional.empty();
        }
        int end = start + (closed ? part.stripTrailing().length() : glued.end(2));
        if (!closed && glued.group(2).endsWith(";")) {
            return Optional.of(LoadRule.OPEN_BRACKET.at(
                    Lines.rest(file, new Position(at.line(), Columns.of(line, end - 1))),
                    "A comma stands between two entries, and no semicolon",
                    "Write `"
                            + Lines.withoutComment(line.substring(0, end - 1) + "," + line.substring(end))
                                    .strip() + "`."));
        }
        String where = closed ? "between two entries" : "behind `" + glued.group(2) + "`";
        String text = closed
                ? ""
                : quoted(line, at)
                        .map(it -> "; or, if it is one text, `" + it + "`")
                        .orElse("");
        String mended = line.substring(0, end) + "," + line.substring(end);
        return Optional.of(LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, new Position(at.line(), Columns.of(line, end))),
                "A comma is missing " + where,
                "Write `" + Lines.withoutComment(mended).strip() + "`" + text + "."));
    }

    /** A type such as {@code list[float]} without quotes: YAML takes its bracket for a list. */
    private Optional<Diagnostic> type(String line, Position opened, Position at) {
        int here = Columns.before(line, at.column()).length();
        StringBuilder mended = new StringBuilder();
        Matcher type =
                TYPE.matcher(line).region(Columns.before(line, opened.column()).length(), line.length());
        Optional<String> found = Optional.empty();
        while (type.find()) {
            if (type.start(2) < here && here < type.end(2)) {
                found = Optional.of(type.group(2));
            }
            type.appendReplacement(mended, "$1\"$2\"");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        type.appendTail(mended);
        return Optional.of(LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, at),
                "`" + found.get() + "` needs quotes here: inside brackets YAML takes its own bracket for another list",
                "Write `" + Lines.withoutComment(mended.toString()).strip() + "`."));
    }

    /** The line with the value in quotes that holds a colon. */
    private static Optional<String> quoted(String line, Position at) {
        int here = Columns.before(line, at.column()).length();
        int start = FlowText.start(line, here);
        Matcher entry = ENTRY.matcher(line.substring(start, here));
        if (!line.startsWith(":", here) || !entry.matches()) {
            return Optional.empty();
        }
        int from = start + entry.start(1);
        int end = FlowText.end(line, from);
        String mended = line.substring(0, from) + Words.quoted(line.substring(from, end)) + line.substring(end);
        return Optional.of(Lines.withoutComment(mended).strip());
    }

    /** The line with the text in quotes that holds other brackets, quotes or a question mark. */
    private static Optional<String> quotedItem(String line, Position opened, Position at) {
        int open = Columns.before(line, opened.column()).length();
        int here = Columns.before(line, at.column()).length();
        Optional<int[]> item = FlowText.item(line, open, here);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        int from = item.get()[0];
        String text = line.substring(from, item.get()[1]);
        if (line.charAt(open) == '{') {
            Matcher entry = ENTRY.matcher(text);
            if (!entry.matches()) {
                return Optional.empty();
            }
            from += entry.start(1);
        } else {
            from += Lines.indent(text);
        }
        String value = line.substring(from, item.get()[1]).stripTrailing();
        // What begins with a quote or a bracket is another mistake than a text without quotes.
        if (value.isEmpty() || "\"'[{".indexOf(value.charAt(0)) >= 0) {
            return Optional.empty();
        }
        String mended = line.substring(0, from) + Words.quoted(value) + line.substring(from + value.length());
        return Optional.of(Lines.withoutComment(mended).strip());
    }
}
