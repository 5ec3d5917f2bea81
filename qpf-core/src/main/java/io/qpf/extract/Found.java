package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.load.LoadRule;
import io.qpf.source.Position;
import java.util.ArrayList;
import java.util.HashSet;
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
        Set<String> unread = new HashSet<>();
        for (Diagnostic it : all) {
            if (HIDING.contains(it.rule())) {
                unread.add(it.span().file().path());
            }
        }
        return new Diagnostics(
                unread.isEmpty()
                        ? all
                        : all.stream().filter(it -> !misses(it, unread)).toList());
    }

    /** Whether a finding misses, at the head of its file, what may stand in a section that goes by another name. */
    private static boolean misses(Diagnostic it, Set<String> unread) {
        Position start = it.span().start();
        boolean whole = start.equals(it.span().end()) || it.span().end().line() > start.line();
        return it.severity() != Severity.ERROR
                && start.equals(Position.START)
                && whole
                && unread.contains(it.span().file().path());
    }
}
