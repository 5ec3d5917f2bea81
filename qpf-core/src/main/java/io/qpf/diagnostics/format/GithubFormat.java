package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.Position;
import io.qpf.source.Span;
import java.util.stream.Collectors;

/** One workflow command a finding, which GitHub shows at the line of the change. */
public final class GithubFormat implements DiagnosticFormat {
    @Override
    public String format(Diagnostics diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.all().forEach(it -> out.append(line(it)));
        return out.toString();
    }

    private static String line(Diagnostic it) {
        Span span = it.span();
        String hint = it.hint().lines().map(line -> "\n" + Printable.line(line)).collect(Collectors.joining());
        return "::" + command(it) + " file="
                + property(Printable.line(span.file().path())) + ",line="
                + span.start().line() + end(span) + ",title=" + property(it.rule()) + "::"
                + data(Printable.line(it.message()) + hint) + "\n";
    }

    /** GitHub takes columns only where a finding stands on one line. */
    private static String end(Span span) {
        Position end = span.end();
        return end.line() == span.start().line()
                ? ",col=" + span.start().column() + ",endColumn="
                        + Math.max(span.start().column(), end.column() - 1)
                : ",endLine=" + end.line();
    }

    private static String command(Diagnostic it) {
        return switch (it.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
