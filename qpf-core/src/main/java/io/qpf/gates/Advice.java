package io.qpf.gates;

import io.qpf.gates.Readiness.AgentReadiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What schemas declare and no code serves. It keeps no agent from being ready, since 501 is an honest answer that clients can
 * tell from a failure; but nobody may overlook it.
 */
public final class Advice {
    private static final String OPERATION = "operation ";
    private static final String STRATEGY = "strategy ";

    private Advice() {}

    /** What to do about it, a line for each agent and kind; empty if all that is declared has code. */
    public static List<String> of(List<AgentReadiness> agents) {
        List<String> lines = new ArrayList<>();
        for (AgentReadiness it : agents) {
            line(it, OPERATION, "bindings.operations, or remove the endpoints: they answer 501")
                    .ifPresent(lines::add);
            line(it, STRATEGY, "bindings.strategies, or remove them from strategymodes")
                    .ifPresent(lines::add);
        }
        return List.copyOf(lines);
    }

    /** How much it is, such as {@code 3 endpoints have no code and answer 501}; empty if all that is declared has code. */
    public static Optional<String> counted(List<AgentReadiness> agents) {
        int endpoints = 0;
        int strategies = 0;
        for (AgentReadiness it : agents) {
            endpoints += names(it, OPERATION).size();
            strategies += names(it, STRATEGY).size();
        }
        List<String> parts = new ArrayList<>();
        if (endpoints > 0) {
            parts.add(
                    endpoints == 1
                            ? "1 endpoint has no code and answers 501"
                            : endpoints + " endpoints have no code and answer 501");
        }
        if (strategies > 0) {
            parts.add(strategies == 1 ? "1 strategy has no code" : strategies + " strategies have no code");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static Optional<String> line(AgentReadiness agent, String kind, String how) {
        List<String> names = names(agent, kind);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(agent.agent() + ": bind code to " + String.join(", ", names) + " under " + how);
    }

    private static List<String> names(AgentReadiness agent, String kind) {
        return agent.unbound().stream()
                .filter(it -> it.startsWith(kind))
                .map(it -> it.substring(kind.length()))
                .toList();
    }
}
