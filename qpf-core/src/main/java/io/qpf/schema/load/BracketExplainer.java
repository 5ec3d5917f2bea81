package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a list or mapping in brackets that is closed, and that holds what it cannot. Each line that it shows was tried. */
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
    private final Position opened;
    private final Position at;
    private final String line;
    private final int open;
    private final int here;

    private BracketExplainer(SourceFile file, Position opened, Position at) {
        this.file = file;
        this.opened = opened;
        this.at = at;
        line = file.line(at.line());
        open = opened.line() == at.line()
                ? Columns.before(line, opened.column()).length()
                : -1;
        here = Columns.before(line, at.column()).length();
    }

    /**
     * Explains it.
     *
     * @param opened where the bracket opens
     * @param at where the parser gave up
     */
    static Diagnostic explain(SourceFile file, Position opened, Position at) {
        BracketScan scan = BracketScan.of(file, opened);
        Optional<Diagnostic> blank = blankLeftIn(file, opened);
        boolean closed = scan.closed().filter(it -> it.compareTo(at) >= 0).isPresent();
        BracketExplainer inside = new BracketExplainer(file, opened, at);
        return blank.or(() -> inside.dashes(closed))
                .orElseGet(() -> closed ? inside.explainClosed() : new OpenBracket(file, opened, scan).explain(at));
    }

    private static Optional<Diagnostic> blankLeftIn(SourceFile file, Position opened) {
        String rest = Columns.from(file.line(opened.line()), opened.column());
        int closing = FlowText.closing(rest);
        String inside = closing < 0 ? "" : rest.substring(0, closing + 1);
        return inside.startsWith("[") && !inside.contains(",") && inside.contains("?")
                ? Optional.of(LoadRule.BLANK_LEFT_IN.at(
                        Lines.rest(file, opened),
                        "`" + inside + "` is a blank left in from a template",
                        "Replace the brackets and what is in them by the real text."))
                : Optional.empty();
    }

    private Diagnostic explainClosed() {
        return comma().or(this::commaAbove).or(this::type).orElseGet(this::needsQuotes);
    }

    /** A list with dashes inside brackets. */
    private Optional<Diagnostic> dashes(boolean closed) {
        boolean dash =
                line.strip().matches("-(\\s.*)?") && line.substring(0, here).isBlank();
        return dash
                ? Optional.of(LoadRule.OPEN_BRACKET.at(
                        Lines.rest(file, at),
                        "A dash stands before an item of the brackets that open on line " + opened.line(),
                        "Write a list with dashes or with brackets, not with both: delete the bracket on line "
                                + opened.line() + (closed ? " and the one that closes it." : ".")))
                : Optional.empty();
    }

    private Diagnostic needsQuotes() {
        String start = file.line(opened.line());
        String place =
                (opened.line() == at.line() ? "" : "on line " + opened.line() + ", ") + "at column " + opened.column();
        Optional<String> shown = quoted().or(this::quotedItem).or(this::whole);
        String advice = "Put texts with colons, question marks, quotes or brackets in quotes inside brackets, such as "
                + "{field: \"list[float]\"}";
        return LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, at),
                "The brackets that open " + place + " hold something that needs quotes",
                shown.isEmpty()
                        ? advice + "; the parser stopped at `" + Words.excerpt(Columns.from(line, at.column())) + "`"
                                + (start.equals(line) ? "." : " on line " + at.line() + ".")
                        : advice + (isWhole(shown.get()) ? ", or the whole value: `" : ": `") + shown.get() + "`.");
    }

    private boolean isWhole(String shown) {
        return whole().filter(shown::equals).isPresent();
    }

    /** The line with the whole value in quotes. */
    private Optional<String> whole() {
        if (open < 0) {
            return Optional.empty();
        }
        String rest = Lines.withoutComment(line.substring(open));
        int closing = FlowText.closing(rest);
        return closing < 0 || FlowText.open(line, open) != 0
                ? Optional.empty()
                : tried(line.substring(0, open)
                        + Words.quoted(rest.substring(0, closing + 1))
                        + line.substring(open + closing + 1));
    }

    /** A line as it is shown, if it can be read. */
    private Optional<String> tried(String mended) {
        return Trial.holds(file, at.line(), mended)
                ? Optional.of(Lines.withoutComment(mended).strip())
                : Optional.empty();
    }

    private char kind() {
        char inner = FlowText.open(line, here);
        return inner != 0
                ? inner
                : Columns.from(file.line(opened.line()), opened.column()).charAt(0);
    }

    /** A comma that is missing between two entries of a line. */
    private Optional<Diagnostic> comma() {
        int start = FlowText.start(line, here);
        String part = line.substring(start, here);
        Matcher glued = GLUED.matcher(part);
        Pattern next = kind() == '{' ? KEY : NEXT;
        boolean closed = CLOSED.matcher(part).find()
                && next.matcher(line.substring(here)).lookingAt();
        if (!closed && !(line.startsWith(":", here) && glued.matches())) {
            return Optional.empty();
        }
        int end = start + (closed ? part.stripTrailing().length() : glued.end(2));
        boolean semicolon = !closed && glued.group(2).endsWith(";");
        String mended = semicolon
                ? line.substring(0, end - 1) + "," + line.substring(end)
                : line.substring(0, end) + "," + line.substring(end);
        Optional<String> shown = tried(mended);
        if (semicolon) {
            return shown.map(it -> LoadRule.OPEN_BRACKET.at(
                    Lines.rest(file, new Position(at.line(), Columns.of(line, end - 1))),
                    "A comma stands between two entries, and no semicolon",
                    "Write `" + it + "`."));
        }
        String where = closed ? "between two entries" : "behind `" + glued.group(2) + "`";
        String text = closed
                ? ""
                : quoted().map(it -> "; or, if it is one text, `" + it + "`").orElse("");
        return shown.map(it -> LoadRule.OPEN_BRACKET.at(
                Lines.rest(file, new Position(at.line(), Columns.of(line, end))),
                "A comma is missing " + where,
                "Write `" + it + "`" + text + "."));
    }

    /** A comma that is missing at the end of a line above. */
    private Optional<Diagnostic> commaAbove() {
        String before = line.substring(0, here);
        boolean first = before.isBlank() || KEY.matcher(before.strip() + ":").matches();
        int above = at.line() - 1;
        while (above > opened.line() && Lines.isSilent(file.line(above))) {
            above--;
        }
        if (!first || above < opened.line()) {
            return Optional.empty();
        }
        int number = above;
        String text = file.line(number);
        int end = Lines.indent(text) + Lines.withoutComment(text).length();
        String mended = text.substring(0, end) + "," + text.substring(end);
        return Trial.holds(file, number, mended)
                ? Optional.of(LoadRule.OPEN_BRACKET.at(
                        Lines.rest(file, new Position(number, Columns.of(text, end))),
                        "A comma is missing at the end of line " + number,
                        "Write `" + mended.substring(0, end + 1).strip() + "`."))
                : Optional.empty();
    }

    /** A type such as {@code list[float]} without quotes: YAML takes its bracket for a list. */
    private Optional<Diagnostic> type() {
        StringBuilder mended = new StringBuilder();
        Matcher type = TYPE.matcher(line).region(Math.max(open, 0), line.length());
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
        String name = found.get();
        return tried(mended.toString())
                .map(it -> LoadRule.OPEN_BRACKET.at(
                        Lines.rest(file, at),
                        "`" + name + "` needs quotes here: inside brackets YAML takes its own bracket for another list",
                        "Write `" + it + "`."));
    }

    /** The line with the value in quotes that holds a colon. */
    private Optional<String> quoted() {
        int start = FlowText.start(line, here);
        Matcher entry = ENTRY.matcher(line.substring(start, here));
        if (!line.startsWith(":", here) || !entry.matches()) {
            return Optional.empty();
        }
        int from = start + entry.start(1);
        int end = FlowText.end(line, from);
        return tried(line.substring(0, from) + Words.quoted(line.substring(from, end)) + line.substring(end));
    }

    /** The line with the text in quotes that holds other brackets, quotes or a question mark. */
    private Optional<String> quotedItem() {
        Optional<int[]> item = FlowText.item(line, open, here);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        int from = item.get()[0];
        String text = line.substring(from, item.get()[1]);
        Matcher entry = ENTRY.matcher(text);
        if (kind() == '{' && !entry.matches()) {
            return Optional.empty();
        }
        from += kind() == '{' ? entry.start(1) : Lines.indent(text);
        String value = line.substring(from, item.get()[1]).stripTrailing();
        // What begins with a quote or a bracket is another mistake than a text without quotes.
        if (value.isEmpty() || "\"'[{".indexOf(value.charAt(0)) >= 0) {
            return Optional.empty();
        }
        return tried(line.substring(0, from) + Words.quoted(value) + line.substring(from + value.length()));
    }
}
