package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An agent that nobody can reach. */
final class LonelyAgent implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-216", Severity.WARNING, "An agent has no endpoint, no wiring and no packet route.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            boolean silent = agent.schema().deployment().endpoints().isEmpty()
                    && !agent.schema().deployment().unreadEndpoints()
                    && agent.schema().packetRouting().inbound().isEmpty()
                    && agent.schema().packetRouting().outbound().isEmpty();
            if (silent
                    && !subject.hasBrokenWiring(agent)
                    && subject.collection().wirings().stream().noneMatch(it -> joins(it, agent))) {
                found.add(INFO.at(
                        agent.schema().deployment().span(),
                        "nothing reaches " + agent.name() + ", and it reaches nothing",
                        "give it an endpoint, or a wiring in the glue"));
            }
        }
        return found;
    }

    private static boolean joins(Wiring wiring, Agent agent) {
        return Stream.of(wiring.from(), wiring.to())
                .anyMatch(
                        it -> it instanceof Wiring.End.Inside end && end.agent().order() == agent.order());
    }
}
