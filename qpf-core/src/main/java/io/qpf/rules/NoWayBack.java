package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A self-tuning agent that never rolls back. */
final class NoWayBack implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-GOV-311", Severity.WARNING, "An agent tunes itself, and keeps a change that made it worse.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<Located<Boolean>> back = agent.schema().learning().rollbackOnRegression();
            boolean tunes =
                    agent.schema().learning().autotune().filter(Located::value).isPresent();
            if (tunes && back.isPresent() && !back.get().value()) {
                found.add(INFO.at(
                        back.get().span(),
                        agent.name() + " tunes itself, and does not roll back what made it worse",
                        "write `rollbackonregression: true`, or let people tune it"));
            }
        }
        return found;
    }
}
