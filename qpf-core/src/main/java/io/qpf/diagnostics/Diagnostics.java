package io.qpf.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Findings in the order of files, places and rules, each once. */
public record Diagnostics(List<Diagnostic> all) {
    public static final Diagnostics NONE = new Diagnostics(List.of());

    public Diagnostics {
        List<Diagnostic> sorted = new ArrayList<>(all);
        sorted.sort(Diagnostics::order);
        all = Collections.unmodifiableList(withoutRepeats(sorted));
    }

    private static int order(Diagnostic one, Diagnostic other) {
        int files = one.span().file().path().compareTo(other.span().file().path());
        int places =
                files != 0 ? files : one.span().start().compareTo(other.span().start());
        int severities = places != 0 ? places : one.severity().compareTo(other.severity());
        int rules = severities != 0 ? severities : one.rule().compareTo(other.rule());
        return rules != 0 ? rules : one.message().compareTo(other.message());
    }

    /** Compares those in one place only: hashing whole findings is what every cold start would pay for. */
    private static List<Diagnostic> withoutRepeats(List<Diagnostic> sorted) {
        List<Diagnostic> kept = new ArrayList<>(sorted.size());
        int group = 0;
        for (Diagnostic next : sorted) {
            if (!kept.isEmpty() && order(kept.get(kept.size() - 1), next) != 0) {
                group = kept.size();
            }
            if (!kept.subList(group, kept.size()).contains(next)) {
                kept.add(next);
            }
        }
        return kept;
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
        int count = 0;
        for (Diagnostic it : all) {
            count += it.severity() == severity ? 1 : 0;
        }
        return count;
    }
}
