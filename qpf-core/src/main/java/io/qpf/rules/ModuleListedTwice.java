package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One file stands twice in a list. */
final class ModuleListedTwice implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-207", Severity.WARNING, "An agent lists one file twice.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, GivenPath> seen = new HashMap<>();
        for (GivenPath path : subject.files()) {
            boolean file = path.kind() == GivenPath.Kind.MODULE || path.kind() == GivenPath.Kind.DOCUMENT;
            // One that is listed as a module and as a document is an error, and another rule's.
            String key = path.agent().order() + " " + path.kind() + " " + path.resolved();
            GivenPath before = file ? seen.putIfAbsent(key, path) : null;
            if (before != null) {
                found.add(INFO.at(
                        path.written().span(),
                        path.value() + " is listed twice",
                        "remove one of the two, or rename it",
                        new Diagnostic.Related(before.written().span(), "listed here first")));
            }
        }
        return found;
    }
}
