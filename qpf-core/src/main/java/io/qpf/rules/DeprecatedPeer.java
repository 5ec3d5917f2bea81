package io.qpf.rules;

import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.ArrayList;
import java.util.List;

/** Somebody still calls an agent that is about to go. */
final class DeprecatedPeer implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-210", Severity.WARNING, "A wiring leads to an agent that is deprecated.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            if (wiring.from() instanceof Wiring.End.Inside one && wiring.to() instanceof Wiring.End.Inside other) {
                boolean leaves = Standing.isLeaving(other.agent()) && !Standing.isLeaving(one.agent());
                if (leaves) {
                    found.add(INFO.at(
                            wiring.span(),
                            one.name() + " is wired to " + other.name() + ", which is deprecated",
                            "wire it to the agent that takes over from " + other.name()));
                }
            }
        }
        return found;
    }
}
