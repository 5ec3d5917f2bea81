package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostic.Related;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each finding with the line that it is about, the place underlined, what to do, and the other places that belong to it.
 *
 * @param colour whether the terminal shows ANSI colours
 */
public record FullFormat(boolean colour) implements DiagnosticFormat {
    @Override
    public String format(Diagnostics diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.all()) {
            out.append(out.isEmpty() ? "" : "\n");
            append(out, diagnostic);
        }
        return out.toString();
    }

    private void append(StringBuilder out, Diagnostic it) {
        String head = it.severity().word() + "[" + it.rule() + "]";
        out.append(paint(colourOf(it.severity()), head)).append(' ');
        out.append(paint("1", Printable.line(it.message()))).append('\n');
        int margin = margin(it);
        Optional<Excerpt> excerpt = Excerpt.of(it.span());
        place(out, margin, it.span());
        excerpt.ifPresent(found -> excerpt(out, margin, found, colourOf(it.severity()), ""));
        for (Related related : it.related()) {
            place(out, margin, related.span());
            Excerpt.of(related.span()).ifPresent(found -> excerpt(out, margin, found, "34", related.message()));
        }
        if (!it.hint().isBlank()) {
            out.append(" ".repeat(margin)).append(paint("34", " = ")).append(paint("1", "hint:"));
            out.append(' ').append(Printable.line(it.hint())).append('\n');
        }
    }

    private void place(StringBuilder out, int margin, Span span) {
        out.append(" ".repeat(margin)).append(paint("34", "--> ")).append(Printable.line(span.toString()));
        out.append('\n');
    }

    private void excerpt(StringBuilder out, int margin, Excerpt excerpt, String style, String label) {
        String bar = " ".repeat(margin) + paint("34", " |");
        String number = String.valueOf(excerpt.line());
        out.append(bar).append('\n');
        out.append(paint("34", " ".repeat(margin - number.length()) + number + " |"));
        out.append(' ').append(excerpt.text()).append('\n');
        String marks = "^".repeat(excerpt.width()) + (label.isEmpty() ? "" : " " + Printable.line(label));
        out.append(bar)
                .append(' ')
                .append(" ".repeat(excerpt.indent()))
                .append(paint(style, marks))
                .append('\n');
    }

    /** Wide enough for the largest line number of the finding. */
    private static int margin(Diagnostic it) {
        Stream<Span> spans =
                Stream.concat(Stream.of(it.span()), it.related().stream().map(Related::span));
        return spans.mapToInt(span -> String.valueOf(span.start().line()).length())
                .max()
                .orElse(1);
    }

    static String colourOf(Severity severity) {
        return switch (severity) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case INFO -> "1;36";
        };
    }

    private String paint(String style, String text) {
        return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    /** How many findings of each severity there are, such as {@code 2 errors, 1 warning}. */
    public static String summary(Diagnostics diagnostics) {
        List<String> counts = Stream.of(Severity.values())
                .filter(it -> diagnostics.count(it) > 0)
                .map(it -> count(diagnostics.count(it), it.word()))
                .toList();
        return counts.isEmpty() ? "no findings" : String.join(", ", counts);
    }

    private static String count(int count, String word) {
        boolean plural = count != 1 && !word.equals("info");
        return count + " " + word + (plural ? "s" : "");
    }
}
