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
import java.util.regex.Pattern;

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
                                    + withoutLead(alert.source().value()) + "`"));
                }
            }
        }
        return found;
    }

    /** What is to hold, without a lead that would stand behind the new one. */
    private static String withoutLead(String alert) {
        return Leads.PATTERN.matcher(alert.strip()).replaceFirst("");
    }

    /** Compiled only where it is needed. */
    private static final class Leads {
        static final Pattern PATTERN = Pattern.compile(
                "^[\\s_]*(?:(?:alert|notify|page|warn)[\\s_]*(?:on|if|when|whenever)[\\s_:]+|(?:if|when|whenever)[\\s_:]+)",
                Pattern.CASE_INSENSITIVE);
    }
}
