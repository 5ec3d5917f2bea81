package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.load.LoadRule;
import io.qpf.source.Position;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a run has found so far. It is sorted when somebody asks, and not at each step: that would take the square of the steps. */
final class Found {
    private static final Set<String> HIDING = Set.of(LoadRule.MISSPELT_REQUIRED.id(), LoadRule.MISPLACED.id());

    private final List<Diagnostic> all = new ArrayList<>();
    private boolean errors;

    void add(Diagnostics found) {
        all.addAll(found.all());
        errors |= found.hasErrors();
    }

    boolean hasErrors() {
        return errors;
    }

    Diagnostics sorted() {
        List<Span> renamed = all.stream()
                .filter(it -> HIDING.contains(it.rule()))
                .map(Diagnostic::span)
                .toList();
        return new Diagnostics(
                renamed.isEmpty()
                        ? all
                        : all.stream().filter(it -> !misses(it, renamed)).toList());
    }

    /** Whether a finding misses, in the whole of a file, what may stand in a section that goes by another name. */
    private static boolean misses(Diagnostic finding, List<Span> renamed) {
        Span whole = finding.span();
        return finding.severity() != Severity.ERROR
                && renamed.stream().anyMatch(it -> it.file().equals(whole.file()) && isAround(whole, it));
    }

    private static boolean isAround(Span whole, Span part) {
        boolean nowhere = whole.start().equals(Position.START) && whole.end().equals(Position.START);
        return nowhere
                || (whole.start().compareTo(part.start()) <= 0 && whole.end().compareTo(part.end()) > 0);
    }
}
