package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Endpoint;
import io.qpf.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The budget of a decision is below the timeout of an endpoint. */
final class LatencyBudget implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-PRF-001", Severity.INFO, "An endpoint may take longer than the agent has for a decision.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<Located<Integer>> budget = agent.schema().learning().decisionLatencyMaxMs();
            List<Endpoint> slow = agent.schema().deployment().endpoints().stream()
                    .filter(it -> budget.isPresent()
                            && it.timeoutMs()
                                    .filter(time -> time.value() > budget.get().value())
                                    .isPresent())
                    .toList();
            if (!slow.isEmpty()) {
                String names = slow.stream().map(it -> it.name().value()).collect(Collectors.joining(", "));
                Diagnostic finding = INFO.at(
                        budget.orElseThrow().span(),
                        agent.name() + " has " + budget.orElseThrow().value() + " ms for a decision, and waits longer"
                                + " for " + names,
                        "give the endpoints that decide a shorter timeout_ms, or raise decisionlatencymaxms");
                for (Endpoint endpoint : slow) {
                    Located<Integer> timeout = endpoint.timeoutMs().orElseThrow();
                    finding = finding.with(new Diagnostic.Related(
                            timeout.span(), endpoint.name() + " waits " + timeout.value() + " ms"));
                }
                found.add(finding);
            }
        }
        return found;
    }
}
