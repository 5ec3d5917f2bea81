package io.qpf.gates.report;

import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import java.util.List;

/** What every gate says of one agent. */
final class AgentGates {
    private AgentGates() {}

    /** Every gate in its order; what counts for the collection alone is not applicable to an agent. */
    static List<AgentGate> of(Readiness readiness, String agent) {
        return readiness.results().stream().map(it -> of(it, agent)).toList();
    }

    /**
     * A gate's word on an agent.
     *
     * @param own whether it was counted for this agent
     * @param evidence the agent's own
     */
    record AgentGate(GateResult result, AgentFigure figure, boolean own, List<Evidence> evidence) {
        AgentGate {
            evidence = List.copyOf(evidence);
        }

        Outcome outcome() {
            return figure.outcome();
        }

        /** Whether it did not run and the build goes on. */
        boolean allowed() {
            return outcome() instanceof Outcome.NotRun && result.allowed();
        }
    }

    private static AgentGate of(GateResult it, String agent) {
        List<Evidence> evidence = it.evidence().stream()
                .filter(one -> one.agent().filter(agent::equals).isPresent())
                .toList();
        return it.agents().stream()
                .filter(one -> one.agent().equals(agent))
                .findFirst()
                .map(one -> new AgentGate(it, one, true, evidence))
                .orElseGet(() -> new AgentGate(
                        it, new AgentFigure(agent, it.threshold(), withoutFigure(it.outcome())), false, evidence));
    }

    private static Outcome withoutFigure(Outcome outcome) {
        boolean measured = outcome instanceof Outcome.Passed || outcome instanceof Outcome.Failed;
        return measured ? new Outcome.NotApplicable("counted for the collection as a whole") : outcome;
    }
}
