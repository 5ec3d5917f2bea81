package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Collaboration;
import io.qpf.schema.ConnectionType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** With whom an agent is connected, as its schema says and as the glue wires it. */
public record NetworkFacts(
        Group<SchemaText> connectTo,
        Group<SchemaText> domains,
        Group<PartnerFacts> partners,
        Group<FreeFact> protocol,
        Group<FreeFact> autonomy,
        Group<FreeFact> extras,
        Group<WireFacts> calls,
        Group<WireFacts> calledBy,
        Group<WireFacts> sends,
        Group<WireFacts> receives,
        Group<WireFacts> observes,
        Group<WireFacts> publishes) {
    /** A partner by name or path. */
    public record PartnerFacts(SchemaText name, Optional<SchemaText> role, Optional<SchemaText> interaction) {
        static PartnerFacts of(Collaboration.Partner partner) {
            return new PartnerFacts(
                    Show.text(partner.name()), Show.text(partner.role()), Show.text(partner.interaction()));
        }
    }

    /**
     * A wiring, seen from one of its ends.
     *
     * @param peer the other end
     * @param url where the peer listens; empty for a peer outside of the collection
     */
    public record WireFacts(
            int number,
            SchemaText peer,
            Optional<SchemaText> url,
            Optional<SchemaText> importPath,
            Group<SchemaText> names) {
        static WireFacts of(Wiring wiring, Wiring.End peer) {
            return new WireFacts(
                    wiring.number(),
                    SchemaText.of(peer.name()),
                    peer instanceof Wiring.End.Inside inside
                            ? Optional.of(SchemaText.of(AgentFacts.baseUrl(inside.agent())))
                            : Optional.empty(),
                    wiring.importPath().map(SchemaText::of),
                    Show.texts(wiring.names()));
        }
    }

    static NetworkFacts of(Agent agent, Collection collection) {
        AgentSchema schema = agent.schema();
        Collaboration collaboration = schema.collaboration();
        List<Wiring> wirings = collection.wirings();
        return new NetworkFacts(
                Show.texts(schema.integration().connectTo()),
                Show.texts(schema.integration().sharedDomains()),
                Group.of(collaboration.partners(), PartnerFacts::of),
                Show.entries(collaboration.protocol()),
                Show.entries(collaboration.autonomy()),
                Show.entries(collaboration.extras()),
                active(wirings, ConnectionType.API_CALL, agent),
                passive(wirings, ConnectionType.API_CALL, agent),
                active(wirings, ConnectionType.PACKET_SEND, agent),
                passive(wirings, ConnectionType.PACKET_SEND, agent),
                active(wirings, ConnectionType.EVENT_OBSERVE, agent),
                passive(wirings, ConnectionType.EVENT_OBSERVE, agent));
    }

    /** The wirings in which the agent calls, sends or observes. */
    private static Group<WireFacts> active(List<Wiring> wirings, ConnectionType type, Agent agent) {
        return Group.of(select(wirings, type, it -> is(actor(it), agent)), it -> WireFacts.of(it, target(it)));
    }

    /** The wirings in which the agent is called, sent to or observed. */
    private static Group<WireFacts> passive(List<Wiring> wirings, ConnectionType type, Agent agent) {
        return Group.of(select(wirings, type, it -> is(target(it), agent)), it -> WireFacts.of(it, actor(it)));
    }

    private static List<Wiring> select(List<Wiring> wirings, ConnectionType type, Predicate<Wiring> which) {
        return wirings.stream()
                .filter(it -> it.type() == type && which.test(it))
                .toList();
    }

    static Wiring.End actor(Wiring wiring) {
        return wiring.observer().orElse(wiring.from());
    }

    static Wiring.End target(Wiring wiring) {
        return actor(wiring).equals(wiring.from()) ? wiring.to() : wiring.from();
    }

    private static boolean is(Wiring.End end, Agent agent) {
        return end instanceof Wiring.End.Inside && end.name().equals(agent.name());
    }

    /** Whether the glue wires the agent at all. */
    public boolean wired() {
        return calls.some()
                || calledBy.some()
                || sends.some()
                || receives.some()
                || observes.some()
                || publishes.some();
    }

    /** Whether the schema says how the agent works with others. */
    public boolean collaborates() {
        return partners.some() || protocol.some() || extras.some();
    }
}
