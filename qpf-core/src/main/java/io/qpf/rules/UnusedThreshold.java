package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Policies;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.policy.Clause;
import io.qpf.policy.Identifiers;
import io.qpf.schema.Governance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A threshold that no condition names. */
final class UnusedThreshold implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-303", Severity.WARNING, "A threshold is given that no condition names.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<String> texts = texts(agent.policies()).toList();
            for (Governance.Threshold threshold : agent.schema().governance().thresholds()) {
                String name = Identifiers.snake(threshold.name().value());
                if (texts.stream().noneMatch(it -> it.contains(name))) {
                    found.add(INFO.at(
                            threshold.name().span(),
                            "no condition of " + agent.name() + " names the threshold `" + threshold.name() + "`",
                            "write a condition such as `" + threshold.name() + " > threshold`, or remove the number"));
                }
            }
        }
        return found;
    }

    private static Stream<String> texts(Policies policies) {
        return Stream.of(
                        policies.escalation().stream(),
                        policies.triggers().stream(),
                        policies.sharedTriggers().stream(),
                        policies.alerts().stream().map(Policies.Alert::clause),
                        policies.reward().stream(),
                        policies.penalty().stream())
                .flatMap(it -> it)
                .map(Clause::source)
                .map(it -> Identifiers.snake(it.value()));
    }
}
