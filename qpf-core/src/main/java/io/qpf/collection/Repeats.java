package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One cause gives one finding: where it shows again, the first finding gets one more related place. */
final class Repeats {
    private final List<Diagnostic> findings;
    private final Map<String, Integer> first = new HashMap<>();

    Repeats(List<Diagnostic> findings) {
        this.findings = findings;
    }

    /** Adds the finding, or its place to the one with the same rule and cause. */
    void add(Diagnostic finding, String cause) {
        String key = finding.rule() + " " + cause;
        Integer index = first.putIfAbsent(key, findings.size());
        if (index == null) {
            findings.add(finding);
        } else {
            findings.set(index, findings.get(index).with(new Diagnostic.Related(finding.span(), "here again")));
        }
    }
}
