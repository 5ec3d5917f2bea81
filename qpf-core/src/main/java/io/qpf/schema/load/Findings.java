package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.Position;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what one load finds. Lives as long as that load and is never shared. */
final class Findings {
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Span> explained = new ArrayList<>();
    private final Set<Position> silenced = new HashSet<>();

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

    /** What was found in the YAML; whatever else a value is wrong in that was none follows from that. */
    void takeOver(Diagnostics yaml) {
        addAll(yaml);
        for (Diagnostic it : yaml.all()) {
            if (it.rule().equals(LoadRule.UNKNOWN_ALIAS.id()) || it.rule().equals(LoadRule.RESERVED_START.id())) {
                silenced.add(it.span().start());
                it.related().forEach(other -> silenced.add(other.span().start()));
            }
        }
    }

    int size() {
        return found.size();
    }

    boolean hasErrors() {
        return diagnostics().hasErrors();
    }

    Diagnostics diagnostics() {
        if (explained.isEmpty() && silenced.isEmpty()) {
            return new Diagnostics(found);
        }
        return new Diagnostics(found.stream()
                .filter(it -> it.rule().startsWith("QPF-SYN")
                        || !silenced.contains(it.span().start()))
                .filter(it -> !isUnknown(it) || !explained.contains(it.span()))
                .toList());
    }

    private static boolean isUnknown(Diagnostic finding) {
        return finding.rule().equals(LoadRule.UNKNOWN_KEY.id())
                || finding.rule().equals(LoadRule.MISPLACED_KEY.id());
    }
}
