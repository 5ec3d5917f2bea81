package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a quote that is never closed. Each line that it shows was tried. */
final class OpenQuote {
    private static final Pattern KEY = Pattern.compile("([\"'])([\\w.-]+)(:(?:\\s[^\"']*)?)$");
    private static final String MESSAGE = "The quote that opens here is never closed";

    private final SourceFile file;
    private final Position at;
    private final String line;
    private final String before;
    private final String quote;

    private OpenQuote(SourceFile file, Position at) {
        this.file = file;
        this.at = at;
        line = file.line(at.line());
        before = Columns.before(line, at.column());
        String value = line.substring(before.length());
        quote = value.isEmpty() ? "\"" : value.substring(0, 1);
    }

    /** Whether a text looks like a key whose quote is open. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    /**
     * Explains it.
     *
     * @param inside whether it opens inside brackets, of this line or of one above
     */
    static Diagnostic explain(SourceFile file, Position at, boolean inside) {
        OpenQuote open = new OpenQuote(file, at);
        Matcher key = KEY.matcher(line(file, at).stripTrailing());
        if (open.before.isBlank() && key.matches()) {
            return open.key(key);
        }
        return open.surplus()
                .or(() -> inside ? open.item() : open.value())
                .or(open::below)
                .orElseGet(() -> LoadRule.OPEN_QUOTE.at(
                        Lines.rest(file, at),
                        MESSAGE,
                        "Close it where the value ends, on line " + at.line() + " or below."));
    }

    private static String line(SourceFile file, Position at) {
        return Columns.from(file.line(at.line()), at.column());
    }

    private Diagnostic key(Matcher key) {
        int end = before.length() + key.end(2);
        return LoadRule.OPEN_QUOTE
                .at(
                        Lines.rest(file, at),
                        MESSAGE,
                        "Close it behind the key: `" + key.group(1) + key.group(2) + key.group(1)
                                + Lines.withoutComment(key.group(3)) + "`.")
                .fixedBy(Fix.onLine("close the quote", file, at.line(), end, end, quote));
    }

    /** A quote behind the one that closes the value. */
    private Optional<Diagnostic> surplus() {
        if (!before.endsWith(quote) || before.indexOf(quote) == before.length() - 1) {
            return Optional.empty();
        }
        return tried(before + line.substring(before.length() + 1))
                .map(it -> LoadRule.OPEN_QUOTE.at(
                        Lines.rest(file, at),
                        "The quote here stands behind one that closes the value already",
                        "Delete it: `" + it + "`."));
    }

    private Optional<Diagnostic> item() {
        int end = FlowText.end(line, before.length() + 1);
        String behind = line.substring(end);
        return tried(line.substring(0, end) + quote + behind)
                .map(it -> closed(at.line(), it)
                        .fixedBy(
                                behind.matches("\\s*[\\]}].*")
                                        ? Optional.of(Fix.onLine("close the quote", file, at.line(), end, end, quote))
                                        : Optional.empty()));
    }

    private Optional<Diagnostic> value() {
        int end = before.length()
                + Lines.withoutComment(line.substring(before.length())).length();
        return tried(line.substring(0, end) + quote + line.substring(end))
                .map(it -> closed(at.line(), it).fixedBy(SyntaxFixes.of(file).closed(at, quote)));
    }

    /** The end of the last line that is indented deeper. */
    private Optional<Diagnostic> below() {
        int indent = Lines.indent(line);
        int last = at.line();
        int count = (int) file.text().lines().count();
        for (int next = at.line() + 1; next <= count; next++) {
            String text = file.line(next);
            if (!text.isBlank() && Lines.indent(text) <= indent) {
                break;
            }
            last = text.isBlank() ? last : next;
        }
        String mended = file.line(last).stripTrailing() + quote;
        return last > at.line() && Trial.holds(file, last, mended)
                ? Optional.of(closed(last, mended.strip()))
                : Optional.empty();
    }

    private Diagnostic closed(int number, String shown) {
        String where = number == at.line() ? "the value" : "line " + number;
        return LoadRule.OPEN_QUOTE.at(
                Lines.rest(file, at), MESSAGE, "Close it at the end of " + where + ": `" + shown + "`.");
    }

    private Optional<String> tried(String mended) {
        return Trial.holds(file, at.line(), mended)
                ? Optional.of(Lines.withoutComment(mended).strip())
                : Optional.empty();
    }
}
