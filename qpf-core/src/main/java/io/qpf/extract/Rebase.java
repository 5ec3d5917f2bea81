package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * Findings about files of a collection become findings about files of the project.
 *
 * <p>Until a finding is printed a file goes by its path in the collection, since that is what the output tells: it must
 * not depend on where the collection lies.
 */
final class Rebase {
    private final String folder;
    private final Map<String, SourceFile> files = new HashMap<>();

    private Rebase(String folder) {
        this.folder = folder;
    }

    static Diagnostics below(String folder, Diagnostics diagnostics) {
        Rebase rebase = new Rebase(folder);
        return new Diagnostics(diagnostics.all().stream().map(rebase::place).toList());
    }

    private Diagnostic place(Diagnostic it) {
        return new Diagnostic(
                it.rule(),
                it.severity(),
                it.message(),
                place(it.span()),
                it.hint(),
                it.related().stream()
                        .map(other -> new Diagnostic.Related(place(other.span()), other.message()))
                        .toList(),
                it.fix().map(this::place));
    }

    private Fix place(Fix fix) {
        return new Fix(
                fix.title(),
                fix.edits().stream()
                        .map(it -> new Edit(place(it.span()), it.text()))
                        .toList());
    }

    private Span place(Span span) {
        SourceFile file = files.computeIfAbsent(
                span.file().path(),
                path -> new SourceFile(
                        path.isEmpty() ? folder : folder + "/" + path,
                        span.file().text()));
        return new Span(file, span.start(), span.end());
    }
}
