package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.BitSet;
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
    private final Map<SourceFile, SourceFile> files = new HashMap<>();

    /** The lines that findings show; of files that are not in here all is kept. */
    private final Map<SourceFile, BitSet> shown = new HashMap<>();

    private Rebase(String folder) {
        this.folder = folder;
    }

    static Diagnostics below(String folder, Diagnostics diagnostics) {
        Rebase rebase = new Rebase(folder);
        return new Diagnostics(diagnostics.all().stream().map(rebase::place).toList());
    }

    /** The same, with no more of the files than the lines that findings show. Edits no longer find their text there. */
    static Diagnostics excerpts(String folder, Diagnostics diagnostics) {
        Rebase rebase = new Rebase(folder);
        for (Diagnostic it : diagnostics.all()) {
            rebase.show(it.span());
            it.related().forEach(other -> rebase.show(other.span()));
            it.fix().ifPresent(fix -> fix.edits().forEach(edit -> rebase.show(edit.span())));
        }
        return new Diagnostics(diagnostics.all().stream().map(rebase::place).toList());
    }

    private void show(Span span) {
        shown.computeIfAbsent(span.file(), it -> new BitSet()).set(span.start().line());
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
        SourceFile file = files.computeIfAbsent(span.file(), this::place);
        return new Span(file, span.start(), span.end());
    }

    private SourceFile place(SourceFile file) {
        BitSet lines = shown.get(file);
        SourceFile kept = lines == null ? file : file.excerpt(lines);
        return new SourceFile(file.path().isEmpty() ? folder : folder + "/" + file.path(), kept.text());
    }
}
