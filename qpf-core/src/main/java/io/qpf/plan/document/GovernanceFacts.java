package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Policies;
import io.qpf.plan.AgentPlan;
import io.qpf.python.SchemaText;
import io.qpf.schema.Entry;
import io.qpf.schema.Governance;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * Who watches an agent, and when it must ask.
 *
 * @param override the schema's word on human override
 * @param policy the escalation policy in the author's words
 */
public record GovernanceFacts(
        SchemaText mode,
        Optional<SchemaText> override,
        Optional<SchemaText> auditor,
        Optional<SchemaText> policy,
        Group<AnchorFacts> anchors,
        Group<SchemaText> auditScope,
        Group<AuditedFacts> audited,
        Group<ThresholdFacts> thresholds,
        ConditionFacts conditions,
        Group<FreeFact> feedbackCycle) {
    /** A person or body that decides, and how to reach it. */
    public record AnchorFacts(SchemaText name, Optional<SchemaText> role, Group<SchemaText> channels) {
        static AnchorFacts of(Collection.AnchorContact contact) {
            return new AnchorFacts(
                    SchemaText.of(contact.name()), contact.role().map(SchemaText::of), Show.words(contact.channels()));
        }
    }

    /** A number for a named threshold. */
    public record ThresholdFacts(SchemaText name, SchemaText value) {}

    /** An operation and the action under which it is audited. */
    public record AuditedFacts(SchemaText operation, SchemaText action) {}

    /** Every condition of the agent, by where the schema says it. */
    public record ConditionFacts(
            Group<ClauseFacts> escalation,
            Group<ClauseFacts> triggers,
            Group<ClauseFacts> shared,
            Group<ClauseFacts> alerts,
            Group<ClauseFacts> reward,
            Group<ClauseFacts> penalty) {
        static ConditionFacts of(Policies policies) {
            return new ConditionFacts(
                    ClauseFacts.of(policies.escalation()),
                    ClauseFacts.of(policies.triggers()),
                    ClauseFacts.of(policies.sharedTriggers()),
                    Group.of(policies.alerts(), ClauseFacts::of),
                    ClauseFacts.of(policies.reward()),
                    ClauseFacts.of(policies.penalty()));
        }

        /** Whether anything makes the agent ask. */
        public boolean asks() {
            return escalation.some() || triggers.some() || shared.some();
        }
    }

    static GovernanceFacts of(AgentPlan plan, Collection collection) {
        Agent agent = plan.agent();
        Governance governance = agent.schema().governance();
        return new GovernanceFacts(
                Show.text(governance.mode()),
                governance.humanOverride().map(it -> Show.text(it.value())),
                Show.text(governance.complianceAuditor()),
                Show.text(governance.escalationPolicy()),
                Group.of(governance.anchors(), it -> AnchorFacts.of(contact(it, collection))),
                Show.texts(governance.auditScope()),
                audited(plan),
                Group.of(
                        governance.thresholds(), it -> new ThresholdFacts(Show.text(it.name()), Show.text(it.value()))),
                ConditionFacts.of(agent.policies()),
                Show.entries(cycle(agent)));
    }

    private static List<Entry> cycle(Agent agent) {
        return agent.schema().feedbackCycle().stream().toList();
    }

    private static Collection.AnchorContact contact(Text name, Collection collection) {
        return collection.contact(name).orElse(new Collection.AnchorContact(name.value(), Optional.empty(), List.of()));
    }

    private static Group<AuditedFacts> audited(AgentPlan plan) {
        return new Group<>(plan.operations().stream()
                .flatMap(it -> it.audit().stream()
                        .map(action -> new AuditedFacts(SchemaText.of(it.name()), SchemaText.of(action))))
                .toList());
    }
}
