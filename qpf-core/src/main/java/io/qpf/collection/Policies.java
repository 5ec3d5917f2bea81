package io.qpf.collection;

import io.qpf.policy.Clause;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** The compiled conditions of an agent, in the order of the schema. */
public record Policies(
        List<Clause> escalation,
        List<Clause> triggers,
        List<Clause> sharedTriggers,
        List<Alert> alerts,
        List<Clause> reward,
        List<Clause> penalty) {
    /**
     * An alert and its receiver.
     *
     * @param receiver {@code ops} in {@code alert_ops_if_…}
     */
    public record Alert(Text source, Optional<String> receiver, Clause clause) {}

    public Policies {
        escalation = List.copyOf(escalation);
        triggers = List.copyOf(triggers);
        sharedTriggers = List.copyOf(sharedTriggers);
        alerts = List.copyOf(alerts);
        reward = List.copyOf(reward);
        penalty = List.copyOf(penalty);
    }
}
