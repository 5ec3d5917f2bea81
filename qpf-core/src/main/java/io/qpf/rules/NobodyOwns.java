package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Metadata;
import java.util.ArrayList;
import java.util.List;

/** An agent runs, and nobody answers for it. */
final class NobodyOwns implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-308", Severity.WARNING, "Nobody owns an agent in production.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Metadata metadata = agent.schema().metadata();
            boolean owned = agent.schema().says("metadata.owner")
                    || agent.schema().says("owner")
                    || agent.schema().identity().owner().isPresent();
            if (!owned && Standing.isInProduction(agent)) {
                found.add(INFO.at(
                        KeyPlace.of(metadata.span(), "status"),
                        agent.name() + " is in production, and no owner is named",
                        "add `owner:` with a person or a team under metadata"));
            }
        }
        return found;
    }
}
