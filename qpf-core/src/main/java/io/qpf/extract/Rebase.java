package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;

/** Findings about files of a folder become findings about files of the project. */
final class Rebase {
    private Rebase() {}

    static Diagnostics below(String folder, Diagnostics diagnostics) {
        return new Diagnostics(
                diagnostics.all().stream().map(it -> below(folder, it)).toList());
    }

    private static Diagnostic below(String folder, Diagnostic it) {
        SourceFile file = it.span().file();
        String path = file.path().isEmpty() ? folder : folder + "/" + file.path();
        Span span = new Span(
                new SourceFile(path, file.text()), it.span().start(), it.span().end());
        return new Diagnostic(it.rule(), it.severity(), it.message(), span, it.hint(), it.related());
    }
}
