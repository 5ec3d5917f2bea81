package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in the author's words what a parser means, and how the line should read. */
final class SyntaxExplainer {
    /** A bracket with words in it and more text behind: {@code [module_1].py}. */
    private static final Pattern BLANK = Pattern.compile("(?:^|[\\s:-])(\\[([^\\[\\]]*)\\])(?=[^\\s,\\]}])");

    private static final Pattern KEY_WITHOUT_COLON = Pattern.compile("(\\w[\\w.-]*)\\s*(?:=\\s*|\\s)(\\S.*)");
    private static final Pattern WORD = Pattern.compile("\\w[\\w.-]*");
    private static final Pattern QUOTE = Pattern.compile("[\"']");
    private static final Pattern BRACKETED = Pattern.compile("^\\[[^\\[\\]]*\\](\\s+#.*)?$");

    private final SourceFile file;
    private final LineTable lines;
    private final Optional<Position> bracket;

    /**
     * Explains for one file.
     *
     * @param bracket the innermost bracket that is open where the parser gave up
     */
    SyntaxExplainer(SourceFile file, LineTable lines, Optional<Position> bracket) {
        this.file = file;
        this.lines = lines;
        this.bracket = bracket;
    }

    Diagnostic explain(MarkedYAMLException broken) {
        String problem = text(broken.getProblem());
        String context = text(broken.getContext());
        Position at = position(broken.getProblemMark()).orElse(Position.START);
        Position since = position(broken.getContextMark()).orElse(at);
        Optional<Diagnostic> foreign = IndentExplainer.foreignBlank(file, at.line());
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (problem.contains("mapping values are not allowed")) {
            return new ColonExplainer(file).explain(at);
        }
        if (problem.contains("\\t(TAB)")) {
            return TabExplainer.explain(file, at);
        }
        if (problem.contains("cannot start any token")) {
            return TabExplainer.indents(file.line(at.line()), at.column())
                    ? TabExplainer.explain(file, new Position(at.line(), 1))
                    : reserved(at);
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("escape") ? escape(at) : openQuote(since);
        }
        return explainStructure(problem, context, at, since);
    }

    private Diagnostic explainStructure(String problem, String context, Position at, Position since) {
        if (context.contains("parsing a flow")) {
            return inBrackets(bracket.orElse(since), at);
        }
        if (context.contains("scanning an alias")
                || context.contains("scanning an anchor")
                || context.contains("scanning a block scalar")
                || context.contains("a tag")) {
            return reserved(since);
        }
        if (context.contains("scanning a simple key")) {
            Optional<Diagnostic> glued = ColonExplainer.glued(file, since.line());
            return glued.orElseGet(() -> noColon(since));
        }
        if (problem.contains("sequence entries are not allowed")) {
            return at(
                    LoadRule.INDENTATION,
                    at,
                    "A list starts in the middle of line " + at.line(),
                    "Put its first `- ` on a line of its own below, or put the value in quotes if the dash is part of"
                            + " it.");
        }
        return problem.contains("expected <block end>") ? block(problem, at) : other(problem, at);
    }

    /** A quote that is left open inside brackets takes their end in. */
    private Diagnostic inBrackets(Position opened, Position at) {
        BracketScan scan = BracketScan.of(file, opened);
        Optional<Position> quote = scan.openQuote().or(() -> scan.quoteClosedAt(at));
        return quote.isPresent() ? openQuote(quote.get()) : BracketExplainer.explain(file, opened, at);
    }

    /** A line that should give a key and has no colon. */
    private Diagnostic noColon(Position since) {
        String line = file.line(since.line());
        String text = Columns.from(line, since.column());
        if (OpenQuote.isKey(text)) {
            return OpenQuote.explain(file, since, false);
        }
        return at(
                LoadRule.NO_COLON,
                since,
                "Line " + since.line() + " should give a key, and no colon and blank stand behind it",
                withColon(Lines.withoutComment(text))
                                .filter(it ->
                                        Trial.holds(file, since.line(), Columns.before(line, since.column()) + it))
                                .map(it -> "Write `" + it + "`"
                                        + (it.endsWith(":") ? "" : " with a blank behind the colon"))
                                .orElse("Write a key, a colon and a blank")
                        + ", or indent the line below the text that it continues.");
    }

    /** A line of words as a key and its value; brackets may go on below. */
    private static Optional<String> withColon(String text) {
        if (WORD.matcher(text).matches()) {
            return Optional.of(text + ":");
        }
        Matcher words = KEY_WITHOUT_COLON.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        String value = words.group(2);
        boolean open = (value.startsWith("[") || value.startsWith("{")) && FlowText.closing(value) < 0;
        return Optional.of(words.group(1) + ": " + (open ? value : SyntaxFixes.plain(value)));
    }

    private Diagnostic block(String problem, Position at) {
        String line = file.line(at.line());
        Matcher blank = BLANK.matcher(line);
        if (blank.find()) {
            return blankLeftIn(new Position(at.line(), Columns.of(line, blank.start(1))), blank.group(2), line);
        }
        String before = Columns.before(line, at.column());
        if (before.isBlank() || before.strip().equals("-")) {
            return new IndentExplainer(file).explain(at).orElseGet(() -> other(problem, at));
        }
        Matcher quoted = Pattern.compile("(?:^|[\\s:-])([\"'].*)$").matcher(line);
        Optional<Position> open = problem.contains("<scalar>") ? quoteOfAnotherLine(line, at) : Optional.empty();
        if (open.isPresent()) {
            return openQuote(open.get());
        }
        if (problem.contains("<scalar>") && quoted.find()) {
            String value = Lines.withoutComment(quoted.group(1));
            return at(
                            LoadRule.TEXT_AFTER_QUOTE,
                            at,
                            "The quote of this value is closed already, and more text stands behind it",
                            "Put the whole value in quotes: `"
                                    + line.substring(0, quoted.start(1)).strip() + " " + requoted(value) + "`.")
                    .fixedBy(SyntaxFixes.of(file).replaced(at.line(), quoted.start(1), requoted(value)));
        }
        return other(problem, at);
    }

    /** Where a value opens its quote on a line above and the first quote of this line has closed it: that one was left open. */
    private Optional<Position> quoteOfAnotherLine(String line, Position at) {
        String before = Columns.before(line, at.column());
        Matcher closing = QUOTE.matcher(before);
        if (!closing.find() || before.indexOf(closing.group(), closing.end()) >= 0) {
            return Optional.empty();
        }
        for (int above = at.line() - 1; above > 0; above--) {
            String text = file.line(above);
            int opening = text.indexOf(closing.group());
            if (opening >= 0) {
                boolean alone = text.indexOf(closing.group(), opening + 1) < 0;
                return alone ? Optional.of(new Position(above, Columns.of(text, opening))) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String requoted(String value) {
        char quote = value.charAt(0);
        boolean closes = value.length() > 1 && value.charAt(value.length() - 1) == quote;
        return quote == '\'' && closes
                ? "\""
                        + value.substring(1, value.length() - 1)
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"") + "\""
                : "'" + value.replace("'", "''") + "'";
    }

    private Diagnostic blankLeftIn(Position at, String placeholder, String line) {
        String filled = line.strip().replace("[" + placeholder + "]", placeholder.strip());
        return at(
                LoadRule.BLANK_LEFT_IN,
                at,
                "`[" + placeholder + "]` is a blank left in from a template",
                "Replace the brackets and what is in them by the real text, such as `" + filled + "`.");
    }

    private Diagnostic openQuote(Position at) {
        boolean below = bracket.filter(it -> it.compareTo(at) < 0).isPresent();
        String before = Columns.before(file.line(at.line()), at.column());
        return OpenQuote.explain(file, at, below || FlowText.open(file.line(at.line()), before.length()) != 0);
    }

    private Diagnostic escape(Position at) {
        return at(
                LoadRule.YAML,
                at,
                "The backslash escapes a character that needs no escape in double quotes",
                "Double the backslash (`\\\\`), or put the value in single quotes, where it is an ordinary character.");
    }

    /** A value that begins with a character that means something else to YAML. */
    Diagnostic reserved(Position at) {
        String line = file.line(at.line());
        String before = Columns.before(line, at.column());
        char open = FlowText.open(line, before.length());
        boolean inside = open != 0 || bracket.isPresent();
        String value = inside
                ? line.substring(before.length(), FlowText.end(line, before.length()))
                : Lines.withoutComment(line.substring(before.length()));
        String first = value.isEmpty() ? "" : value.substring(0, value.offsetByCodePoints(0, 1));
        Matcher whole = BRACKETED.matcher(value);
        if (whole.matches()) {
            return blankLeftIn(at, value, line);
        }
        int end = before.length() + value.length();
        String behind = inside ? Lines.withoutComment(line.substring(end) + " ") : "";
        Optional<Fix> fix = inside
                ? SyntaxFixes.of(file).reserved(at.line(), before.length(), end, open)
                : SyntaxFixes.of(file).reserved(at.line(), before.length());
        return at(
                        LoadRule.RESERVED_START,
                        at,
                        "A value cannot start with " + (first.equals("`") ? "a backtick" : "`" + first + "`")
                                + ", which YAML keeps for itself",
                        "Put the value in quotes: `" + (before + Words.quoted(value) + behind).strip() + "`.")
                .fixedBy(fix);
    }

    private Diagnostic other(String problem, Position at) {
        if (problem.contains("incompatible YAML document")) {
            return at(
                    LoadRule.YAML,
                    at,
                    "The %YAML directive names a version that does not exist; the language is YAML 1.2",
                    "Delete the line that starts with %YAML.");
        }
        String line = file.line(at.line());
        String rest = Columns.from(line, at.column());
        Optional<Diagnostic> colon = new ColonExplainer(file).beforeBrackets(at.line());
        if (colon.isPresent()) {
            return colon.get();
        }
        if (rest.startsWith("]") || rest.startsWith("}") || rest.startsWith(",")) {
            return at(
                    LoadRule.YAML,
                    at,
                    "The `" + rest.charAt(0) + "` here " + (rest.startsWith(",") ? "separates" : "closes") + " nothing",
                    "Delete it: `"
                            + Lines.withoutComment(Columns.before(line, at.column()) + rest.substring(1))
                            + "`; or put the value in quotes if it is part of it.");
        }
        return at(
                LoadRule.YAML,
                at,
                "The file is not YAML from here on: " + problem,
                "Compare the line with the one above: a colon, a quote, a bracket or a blank is missing or too many.");
    }

    private Diagnostic at(LoadRule rule, Position position, String message, String hint) {
        return rule.at(Lines.rest(file, position), message, hint);
    }

    private Optional<Position> position(Mark mark) {
        return Optional.ofNullable(mark).map(it -> lines.position(it.getIndex()));
    }

    private static String text(String possiblyNull) {
        return Optional.ofNullable(possiblyNull).orElse("");
    }
}
