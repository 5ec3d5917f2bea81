package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Policies;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.policy.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An alert that reaches nobody. */
final class AlertWithoutReceiver implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-306", Severity.WARNING, "An alert names nobody who hears of it.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Set<String> seen = new HashSet<>();
            for (Policies.Alert alert : agent.policies().alerts()) {
                boolean mute = alert.clause() instanceof Clause.Compiled
                        && alert.receiver().isEmpty();
                if (mute && seen.add(alert.source().span().toString())) {
                    found.add(INFO.at(
                            alert.source().span(),
                            "the alert `" + alert.source() + "` of " + agent.name() + " has no receiver",
                            "say who should hear of it, such as `alert_ops_if_"
                                    + alert.source().value().strip() + "`"));
                }
            }
        }
        return found;
    }
}
