package io.qpf.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings in the order of files, places and rules, each once. */
public record Diagnostics(List<Diagnostic> all) {
    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic it) -> it.span().file().path())
            .thenComparing(it -> it.span().start())
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::rule)
            .thenComparing(Diagnostic::message);

    public static final Diagnostics NONE = new Diagnostics(List.of());

    public Diagnostics {
        all = all.stream().distinct().sorted(ORDER).toList();
    }

    public Diagnostics plus(Diagnostics others) {
        List<Diagnostic> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Diagnostics(both);
    }

    public boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    public int count(Severity severity) {
        return (int) all.stream().filter(it -> it.severity() == severity).count();
    }
}
