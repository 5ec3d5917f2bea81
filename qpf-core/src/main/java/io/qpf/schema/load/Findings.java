package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects what one load finds. Lives as long as that load and is never shared. */
final class Findings {
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Span> explained = new ArrayList<>();

    void add(LoadRule rule, Span span, String message, String hint) {
        found.add(rule.at(span, message, hint));
    }

    void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    void addAll(Diagnostics diagnostics) {
        found.addAll(diagnostics.all());
    }

    /** That the key at this place is unknown there follows from what was found already. */
    void explain(Span key) {
        explained.add(key);
    }

    int size() {
        return found.size();
    }

    boolean hasErrors() {
        return diagnostics().hasErrors();
    }

    Diagnostics diagnostics() {
        if (explained.isEmpty()) {
            return new Diagnostics(found);
        }
        return new Diagnostics(found.stream()
                .filter(it -> !it.rule().equals(LoadRule.UNKNOWN_KEY.id()) || !explained.contains(it.span()))
                .toList());
    }
}
