package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends lines that YAML cannot read, where the line shows what its author meant. */
final class SyntaxFixes {
    /** What makes a value more than a plain text: brackets, quotes, anchors, block scalars. */
    private static final String NOT_PLAIN = "[{&*!|>'\"%@`#";

    private static final Pattern KEY_OR_ITEM = Pattern.compile("\\s*(?:-(?:\\s.*)?|[\\w\"'.-][^:#]*:(?:\\s.*)?)");
    private static final Pattern ENTRY = Pattern.compile(",\\s*[\\w\"'.-]+\\s*:");
    private static final Pattern DASHES = Pattern.compile("\\s*(?:-\\s+)*");
    private static final int USUAL_STEP = 2;

    private final SourceFile file;

    private SyntaxFixes(SourceFile file) {
        this.file = file;
    }

    static SyntaxFixes of(SourceFile file) {
        return new SyntaxFixes(file);
    }

    /** The plain value that starts at this offset of a line, in quotes. */
    Optional<Fix> quoted(int line, int from) {
        String value = value(line, from);
        return value.isEmpty() || NOT_PLAIN.indexOf(value.charAt(0)) >= 0 ? Optional.empty() : inQuotes(line, from);
    }

    /** The value that starts with a character that YAML keeps for itself, in quotes; not one inside brackets. */
    Optional<Fix> reserved(int line, int from) {
        String before = file.line(line).substring(0, from);
        boolean inBrackets = before.contains("[") || before.contains("{");
        return inBrackets ? Optional.empty() : inQuotes(line, from);
    }

    /** The same inside brackets, where what follows shows that the value has ended. */
    Optional<Fix> reserved(int line, int from, int to, char bracket) {
        String behind = file.line(line).substring(to).strip();
        boolean ends = behind.startsWith("]")
                || behind.startsWith("}")
                || (behind.startsWith(",")
                        && (bracket == '[' || ENTRY.matcher(behind).lookingAt()));
        return bracket != 0 && ends
                ? Optional.of(Fix.onLine(
                        "put the value in quotes",
                        file,
                        line,
                        from,
                        to,
                        Words.quoted(file.line(line).substring(from, to))))
                : Optional.empty();
    }

    private Optional<Fix> inQuotes(int line, int from) {
        String value = value(line, from);
        return value.isEmpty()
                ? Optional.empty()
                : replaced(line, from, Words.quoted(value), "put the value in quotes");
    }

    /** The value that starts at this offset of a line, written otherwise. */
    Optional<Fix> replaced(int line, int from, String text) {
        return replaced(line, from, text, "put the whole value in quotes");
    }

    private Optional<Fix> replaced(int line, int from, String text, String title) {
        int to = from + value(line, from).length();
        String before = file.line(line).substring(0, from).strip();
        boolean isValue = before.endsWith(":") || before.endsWith("-");
        return !isValue || isContinued(line)
                ? Optional.empty()
                : Optional.of(Fix.onLine(title, file, line, from, to, text));
    }

    /** A blank behind the colon; not in an address or a time of day. */
    Optional<Fix> blank(int line, String key, int from) {
        boolean other = file.line(line).startsWith("//", from) || key.matches("\\d+");
        return other
                ? Optional.empty()
                : Optional.of(Fix.onLine("put a blank behind the colon", file, line, from, from, " "));
    }

    /** A text that has a solution below it gets a key of its own. */
    Optional<Fix> issue(int line, int from, int below, String key) {
        if (!key.equals("solution")) {
            return Optional.empty();
        }
        String text = file.line(line);
        String value = value(line, from);
        String own = file.line(below);
        String indent = own.substring(0, Lines.indent(own));
        String end = file.text().contains("\r\n") ? "\r\n" : "\n";
        int colon = text.substring(0, from).stripTrailing().length();
        return Optional.of(Fix.onLine(
                "give the text a key of its own",
                file,
                line,
                colon,
                from + value.length(),
                end + indent + "issue: " + Words.quoted(value)));
    }

    Optional<Fix> indent(int line, int blanks) {
        int own = Lines.indent(file.line(line));
        return Optional.of(Fix.onLine("indent line " + line + " by " + blanks, file, line, 0, own, " ".repeat(blanks)));
    }

    /** Blanks for the tabs that a line begins with. */
    Optional<Fix> tabs(int line) {
        String text = file.line(line);
        int to = Lines.indent(text);
        String blanks = blanks(line);
        boolean opens = file.line(Math.max(1, above(line))).stripTrailing().endsWith(":");
        boolean fits = !opens || blanks.length() > Lines.indent(file.line(above(line)));
        return fits && text.substring(0, to).contains("\t")
                ? Optional.of(Fix.onLine("write blanks for tabs", file, line, 0, to, blanks))
                : Optional.empty();
    }

    /**
     * As many blanks for each tab as the file indents by; as many as the line above has, where no block above has so many and that
     * line opens none.
     */
    String blanks(int line) {
        String text = file.line(line);
        String blanks = text.substring(0, Lines.indent(text)).replace("\t", " ".repeat(step()));
        String above = file.line(above(line));
        boolean known = above.stripTrailing().endsWith(":") || line == 1;
        for (int other = line - 1; other >= 1 && !known; other--) {
            known = !isSilent(file.line(other)) && Lines.indent(file.line(other)) == blanks.length();
        }
        return known ? blanks : " ".repeat(Lines.indent(above));
    }

    /** The quote at the end of its line, if the next line is a key or an item that cannot belong to the text. */
    Optional<Fix> closed(Position at, String quote) {
        String line = file.line(at.line());
        String value = Columns.from(line, at.column());
        int next = below(at.line());
        boolean ends = next == 0
                || (KEY_OR_ITEM.matcher(file.line(next)).matches()
                        && Lines.indent(file.line(next)) <= Lines.indent(line));
        boolean plain = value.length() > 1
                && !value.contains(" #")
                && !value.endsWith("\\")
                && (quote.equals("\"") || quote.equals("'"));
        int end = line.stripTrailing().length();
        return ends && plain
                ? Optional.of(Fix.onLine("close the quote", file, at.line(), end, end, quote))
                : Optional.empty();
    }

    /** A value, in quotes if it needs them. */
    static String plain(String value) {
        return NOT_PLAIN.indexOf(value.charAt(0)) >= 0 || value.contains(": ") ? Words.quoted(value) : value;
    }

    private String value(int line, int from) {
        return Lines.withoutComment(file.line(line).substring(from));
    }

    /** Whether the next line is indented deeper than the key, and so perhaps a part of the value. */
    private boolean isContinued(int line) {
        Matcher dashes = DASHES.matcher(file.line(line));
        int key = dashes.lookingAt() ? dashes.end() : 0;
        boolean item = !file.line(line).substring(key).contains(":");
        int next = below(line);
        return next > 0 && Lines.indent(file.line(next)) > (item ? Lines.indent(file.line(line)) : key);
    }

    /** The least indentation by blanks that the file has. */
    private int step() {
        return file.text()
                .lines()
                .filter(it -> it.startsWith(" ") && !it.isBlank())
                .mapToInt(Lines::indent)
                .filter(it -> it >= USUAL_STEP)
                .min()
                .orElse(USUAL_STEP);
    }

    private int above(int line) {
        int above = line - 1;
        while (above > 1 && isSilent(file.line(above))) {
            above--;
        }
        return Math.max(1, above);
    }

    /** The next line that says something; 0 at the end. */
    private int below(int line) {
        int count = (int) file.text().lines().count();
        for (int next = line + 1; next <= count; next++) {
            if (!isSilent(file.line(next))) {
                return next;
            }
        }
        return 0;
    }

    private static boolean isSilent(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }
}
