package io.qpf.plan.document;

import io.qpf.python.SchemaText;

/**
 * What a document of an agent may show: all that its schema, map and glue say of it, section by section.
 *
 * @param subject the document's name as words, such as {@code Api spec}
 * @param further every free-form value of the schema, by its dotted key
 */
public record AgentDocument(
        Banner banner,
        SchemaText subject,
        AgentFacts agent,
        QuickStart start,
        ApiFacts api,
        GovernanceFacts governance,
        MemoryFacts memory,
        CommunicationFacts communication,
        ReasoningFacts reasoning,
        LearningFacts learning,
        LearningFacts.WorldFacts world,
        NetworkFacts network,
        Group<ModuleFacts> modules,
        DeploymentFacts deployment,
        TunableFacts tunables,
        CollectionFacts collection,
        Group<LinkFacts> documents,
        Group<FreeFact> further) {
    /** Another document of the same agent. */
    AgentDocument named(Banner other, SchemaText about, Group<LinkFacts> siblings) {
        return new AgentDocument(
                other,
                about,
                agent,
                start,
                api,
                governance,
                memory,
                communication,
                reasoning,
                learning,
                world,
                network,
                modules,
                deployment,
                tunables,
                collection,
                siblings,
                further);
    }

    /** Whether some operation or strategy waits for code. */
    public boolean incomplete() {
        return api.unbound().some() || reasoning.unbound().some();
    }

    /** Whether the schema says how far the agent may go alone. */
    public boolean autonomous() {
        return learning.bounded() || network.autonomy().some();
    }
}
