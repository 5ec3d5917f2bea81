package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a colon where no key can stand: a value without quotes, a missing blank, or a line indented too deep. */
final class ColonExplainer {
    private static final Pattern KEY_AND_VALUE = Pattern.compile("^(\\s*(?:-\\s+)*[^\\s#\"'][^#]*?:)\\s+(\\S.*)$");
    private static final Pattern PAIRS = Pattern.compile("[\\w.-]+: [^{}\\[\\]:,]+(?:, [\\w.-]+: [^{}\\[\\]:,]+)+");
    private static final Pattern NO_BLANK = Pattern.compile("^\\s*(?:-\\s+)*([\\w.-]+):(\\S.*)$");

    /** A word, no colon, and brackets: {@code 1 {agent: A}}. */
    private static final Pattern BRACKETS =
            Pattern.compile("^\\s*(?:-\\s+)*(\\w[\\w.-]*)(\\s*)([{\\[].*[}\\]])\\s*(?:#.*)?$");

    /** An item without the blank behind its dash: {@code -{name: A}}. */
    private static final Pattern DASH = Pattern.compile("^\\s*(?:-\\s+)*-([{\\[\"'].*)$");

    private static final Pattern TWO_WORDS = Pattern.compile("(\\w[\\w.-]*)\\s+(?:=\\s*)?(\\S+)");

    private final SourceFile file;

    ColonExplainer(SourceFile file) {
        this.file = file;
    }

    Diagnostic explain(Position at) {
        String line = file.line(at.line());
        Matcher dash = DASH.matcher(line);
        if (dash.matches() && Columns.of(line, dash.start(1)) <= at.column()) {
            return LoadRule.NO_COLON
                    .at(
                            Lines.rest(file, new Position(at.line(), Columns.of(line, dash.start(1)))),
                            "A blank is missing behind the dash",
                            "Write `" + (line.substring(0, dash.start(1)) + " " + dash.group(1)).strip() + "`.")
                    .fixedBy(Fix.onLine(
                            "put a blank behind the dash", file, at.line(), dash.start(1), dash.start(1), " "));
        }
        int dashes = Lines.indent(line);
        String item = line.startsWith("--", dashes) ? line.substring(0, dashes) + line.substring(dashes + 1) : line;
        if (!item.equals(line) && Trial.holds(file, at.line(), item)) {
            return LoadRule.YAML.at(
                    Lines.rest(file, new Position(at.line(), dashes + 1)),
                    "Two dashes stand before an item",
                    "Write one: `" + Lines.withoutComment(item).strip() + "`.");
        }
        Matcher brackets = BRACKETS.matcher(line);
        if (brackets.matches() && Columns.of(line, brackets.start(3)) <= at.column()) {
            return noColon(at.line(), brackets);
        }
        Matcher parts = KEY_AND_VALUE.matcher(line);
        if (parts.matches() && Columns.of(line, parts.start(2)) <= at.column()) {
            String value = Lines.withoutComment(parts.group(2));
            boolean pairs = PAIRS.matcher(value).matches();
            Optional<String> longer = LongValue.hint(file, at.line(), parts.start(2));
            String braces = parts.group(1).strip() + " {" + value + "}";
            return LoadRule.COLON_IN_VALUE
                    .at(
                            Lines.rest(file, at),
                            "The value of `" + key(parts.group(1))
                                    + "` holds a colon and a blank, which YAML reads as a new key",
                            longer.isPresent()
                                    ? longer.get()
                                    : "Put the value of line " + at.line() + " in quotes: `"
                                            + parts.group(1).strip() + " " + Words.quoted(value) + "`"
                                            + (pairs ? "; or, if these are keys, in braces: `" + braces + "`." : "."))
                    .fixedBy(pairs ? Optional.empty() : SyntaxFixes.of(file).quoted(at.line(), parts.start(2)));
        }
        return explainContinuation(at, line);
    }

    private Diagnostic noColon(int line, Matcher parts) {
        String key = parts.group(1);
        int end = parts.end(1);
        String colon = parts.group(2).isEmpty() ? ": " : ":";
        return LoadRule.NO_COLON
                .at(
                        Lines.rest(file, new Position(line, Columns.of(file.line(line), end))),
                        "A colon is missing behind `" + key + "`",
                        "Write `" + key + ": " + parts.group(3) + "`.")
                .fixedBy(Fix.onLine("put a colon behind `" + key + "`", file, line, end, end, colon));
    }

    private Diagnostic explainContinuation(Position at, String line) {
        int above = above(at.line());
        String before = file.line(above);
        Optional<Diagnostic> glued = glued(file, above);
        if (glued.isPresent()) {
            return glued.get();
        }
        Matcher parts = KEY_AND_VALUE.matcher(before);
        if (!parts.matches()) {
            return LoadRule.NO_COLON.at(
                    Lines.rest(file, new Position(above, Lines.indent(before) + 1)),
                    "Line " + above + " has no colon, so line " + at.line() + " cannot give a key",
                    keyOrItem(before, above, line, at.line()) + ", or put the text of both lines in quotes.");
        }
        return nested(at, line, above, parts);
    }

    /** What a line without a colon may be, and the key below it: whichever can be read. */
    private String keyOrItem(String before, int above, String line, int below) {
        String item = " ".repeat(Lines.indent(line)) + "- " + before.strip();
        if (line.strip().startsWith("- ") && Trial.holds(file, above, item)) {
            return "Write `" + item + "` on line " + above + " if it is an item, below that of line " + below;
        }
        String key = withColon(before.strip());
        if (Trial.holds(file, above, " ".repeat(Lines.indent(before)) + key)) {
            return "Write `" + key + "` if it is a key";
        }
        String next = " ".repeat(Lines.indent(before)) + "- " + line.strip();
        return before.strip().startsWith("- ") && Trial.holds(file, below, next)
                ? "Write line " + below + " as an item: `" + next + "`"
                : "Write a colon behind it if it is a key";
    }

    /** A colon that is missing before brackets. */
    Optional<Diagnostic> beforeBrackets(int line) {
        Matcher brackets = BRACKETS.matcher(file.line(line));
        return brackets.matches() ? Optional.of(noColon(line, brackets)) : Optional.empty();
    }

    /** Two words are a key and its value. */
    private static String withColon(String text) {
        Matcher words = TWO_WORDS.matcher(text);
        return words.matches() ? words.group(1) + ": " + words.group(2) : text + ":";
    }

    /** {@code key:value} on a line, if that is what it says. */
    static Optional<Diagnostic> glued(SourceFile file, int number) {
        String line = file.line(number);
        Matcher glued = NO_BLANK.matcher(line);
        return glued.matches()
                ? Optional.of(LoadRule.NO_COLON
                        .at(
                                Lines.rest(file, new Position(number, Columns.of(line, glued.start(2)))),
                                "A blank is missing behind the colon of `" + glued.group(1) + "`",
                                "Write `" + glued.group(1) + ": "
                                        + glued.group(2).strip() + "`.")
                        .fixedBy(SyntaxFixes.of(file).blank(number, glued.group(1), glued.start(2))))
                : Optional.empty();
    }

    /** The line above has a value already, and this one is indented below it. */
    private Diagnostic nested(Position at, String line, int above, Matcher parts) {
        String key = key(parts.group(1));
        String own = Columns.before(line, at.column()).strip();
        int indent = Lines.indent(file.line(above));
        boolean below = Lines.indent(line) - indent >= 2;
        int sibling = above(above);
        if (sibling < above && Lines.indent(file.line(sibling)) == Lines.indent(line) && sibling > 1) {
            return dedented(above, sibling, Lines.indent(line), own);
        }
        return LoadRule.INDENTATION
                .at(
                        Lines.rest(file, at),
                        "`" + own + ":` is indented below `" + key + "`, which line " + above
                                + " gives a text already: a key has a text or keys, not both",
                        below
                                ? "Give the text of line " + above + " a key of its own: `"
                                        + parts.group(1).strip()
                                        + "` and below it `issue: " + Words.quoted(Lines.withoutComment(parts.group(2)))
                                        + "`, in line with `" + own + ":`."
                                : "Indent line " + at.line() + " by " + indent + " blanks, as line " + above + ".")
                .fixedBy(
                        below
                                ? SyntaxFixes.of(file).issue(above, parts.start(2), at.line(), own)
                                : SyntaxFixes.of(file).indent(at.line(), indent));
    }

    /** The lines around it are indented deeper, and alike: it slipped to the left. */
    private Diagnostic dedented(int line, int sibling, int indent, String below) {
        String text = file.line(line);
        return LoadRule.INDENTATION.at(
                Lines.rest(file, new Position(line, Lines.indent(text) + 1)),
                "Line " + line + " is indented by " + Lines.indent(text) + ", and the lines above and below it by "
                        + indent,
                "Indent it by " + indent + " blanks, as line " + sibling + ": `" + " ".repeat(indent) + text.strip()
                        + "`; or move `" + below + ":` and what follows to the left, if they belong beside it.");
    }

    private static String key(String start) {
        return start.strip().replaceFirst("^(?:-\\s+)+", "").replaceFirst(":$", "");
    }

    /** The nearest line above that says something. */
    private int above(int line) {
        int above = line - 1;
        while (above > 1
                && (file.line(above).isBlank() || file.line(above).strip().startsWith("#"))) {
            above--;
        }
        return Math.max(1, above);
    }
}
