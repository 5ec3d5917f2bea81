package io.qpf.diagnostics;

import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * Edits that mend a finding, all together or none. A finding carries one only if the edits cannot mean anything else than what
 * the author meant, so that a machine may make them without asking.
 *
 * @param title what they do, in the imperative
 */
public record Fix(String title, List<Edit> edits) {
    public Fix {
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a fix changes something: " + title);
        }
    }

    /** Another text in one place. */
    public static Fix of(String title, Span span, String text) {
        return new Fix(title, List.of(new Edit(span, text)));
    }

    /**
     * Another text on a part of one line.
     *
     * @param from where the part starts on the line, in UTF-16 units
     * @param to where it ends
     */
    public static Fix onLine(String title, SourceFile file, int line, int from, int to, String text) {
        String all = file.line(line);
        Position start = new Position(line, all.codePointCount(0, from) + 1);
        Position end = new Position(line, all.codePointCount(0, to) + 1);
        return of(title, new Span(file, start, end), text);
    }

    /**
     * The right spelling of a word, in the quotes that it stands in. Empty if the word stands there in a form, such as folded
     * text or an escape, in which it cannot simply be replaced.
     */
    public static Optional<Fix> spelling(Text written, String right) {
        String raw = written.span().raw().orElse("");
        String value = written.value();
        String title = "write `" + right + "`";
        if (raw.equals(value) && !value.isEmpty()) {
            return Optional.of(of(title, written.span(), right));
        }
        for (String quote : List.of("\"", "'")) {
            if (raw.equals(quote + value + quote)) {
                return Optional.of(of(title, written.span(), quote + right + quote));
            }
        }
        return Optional.empty();
    }
}
