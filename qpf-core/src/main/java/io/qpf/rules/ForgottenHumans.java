package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.collection.Policies;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.policy.Clause;
import io.qpf.schema.AgentSchema;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An agent acts alone, whatever happens. */
final class ForgottenHumans implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-GOV-307", Severity.WARNING, "An autonomous agent has no condition on which it asks anybody.");

    private static final Set<String> MODES = Set.of("autonomous", "fullautonomy", "fullautonomous", "fullyautonomous");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<Text> alone = autonomous(agent.schema());
            if (alone.isPresent() && !mayAsk(agent.policies()) && !isUnread(agent.schema())) {
                found.add(INFO.at(
                        alone.get().span(),
                        agent.name() + " acts on its own (" + alone.get() + "), and no condition makes it ask "
                                + anchors(agent),
                        "add an escalation policy or trigger that can fire, such as `confidence < 0.6`"));
            }
        }
        return found;
    }

    private static String anchors(Agent agent) {
        List<Text> anchors = agent.schema().governance().anchors();
        return anchors.isEmpty() ? "anybody" : anchors.get(0).value();
    }

    /** The mode that says that an agent acts alone. */
    static Optional<Text> autonomous(AgentSchema schema) {
        return Stream.of(
                        Optional.of(schema.governance().mode()),
                        schema.learning().autonomyMode())
                .flatMap(Optional::stream)
                .filter(it -> MODES.contains(Names.fold(it.value())))
                .findFirst();
    }

    /** Whether conditions stand there that nobody could read: that is an error of its own. */
    private static boolean isUnread(AgentSchema schema) {
        return schema.governance().escalationPolicy().isEmpty() && schema.says("governance.escalationpolicy");
    }

    private static boolean mayAsk(Policies policies) {
        return Stream.of(policies.escalation(), policies.triggers(), policies.sharedTriggers())
                .anyMatch(it -> it.stream().anyMatch(Clause.Compiled.class::isInstance));
    }
}
