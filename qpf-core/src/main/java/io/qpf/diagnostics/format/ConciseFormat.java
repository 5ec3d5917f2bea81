package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import java.util.stream.Collectors;

/** One line a finding, as compilers write it, so that editors and build servers find the place. */
public final class ConciseFormat implements DiagnosticFormat {
    @Override
    public String format(Diagnostics diagnostics) {
        return diagnostics.all().stream().map(ConciseFormat::line).collect(Collectors.joining());
    }

    private static String line(Diagnostic it) {
        String hint = it.hint().isBlank() ? "" : " (" + it.hint() + ")";
        String place = it.span().toString();
        return Printable.line(place + ": " + it.severity().word() + " " + it.rule() + ": " + it.message() + hint)
                + "\n";
    }
}
