package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/** What a run has found so far. It is sorted when somebody asks, and not at each step: that would take the square of the steps. */
final class Found {
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
        return new Diagnostics(all);
    }
}
