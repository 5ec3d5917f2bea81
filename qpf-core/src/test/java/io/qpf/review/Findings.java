package io.qpf.review;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.List;

/** Findings in a file, and what a review leaves of them. */
final class Findings {
    static final List<String> IDS = List.of("QPF-GOV-302", "QPF-STR-004", "QPF-TYP-001");

    private Findings() {}

    static SourceFile yaml(String text) {
        return new SourceFile("a.yaml", text);
    }

    static Diagnostic warning(SourceFile file, int line) {
        Position start = new Position(line, 1);
        return Diagnostic.warning("QPF-GOV-302", new Span(file, start, new Position(line, 2)), "an anchor", "reach it");
    }

    static List<String> rules(Review.Reviewed reviewed) {
        return reviewed.counting().all().stream().map(Diagnostic::rule).toList();
    }
}
