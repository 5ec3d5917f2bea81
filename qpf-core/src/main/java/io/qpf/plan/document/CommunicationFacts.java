package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Communication;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Glue;
import io.qpf.schema.PacketRouting;
import java.util.List;
import java.util.Optional;

/** What goes in and out of an agent, over which channels, in which packets. */
public record CommunicationFacts(
        Group<SchemaText> input,
        Group<SchemaText> output,
        Group<ChannelFacts> channels,
        Group<InboundFacts> inbound,
        Group<OutboundFacts> outbound,
        Group<FreeFact> protocol) {
    /** A channel and whether it is on. */
    public record ChannelFacts(SchemaText name, boolean enabled) {}

    /** A packet type that comes in, who sends it by the schema and by the glue, and what is done with it. */
    public record InboundFacts(
            SchemaText packetType, Optional<SchemaText> source, Group<SchemaText> wired, Group<SchemaText> actions) {
        static InboundFacts of(PacketRouting.Inbound inbound, String agent, List<Wiring> wirings) {
            String type = inbound.packetType().value();
            List<Wiring> senders = wirings.stream()
                    .filter(it -> it.type() == ConnectionType.PACKET_SEND
                            && it.to().name().equals(agent))
                    .filter(it ->
                            it.names().stream().anyMatch(name -> name.value().equals(type)))
                    .toList();
            return new InboundFacts(
                    Show.text(inbound.packetType()),
                    Show.text(inbound.source()),
                    Group.of(senders, it -> SchemaText.of(it.from().name())),
                    Show.texts(inbound.actions()));
        }
    }

    /** A packet type that goes out and what it carries. */
    public record OutboundFacts(SchemaText packetType, Optional<SchemaText> destination, Group<SchemaText> fields) {
        static OutboundFacts of(PacketRouting.Outbound outbound) {
            return new OutboundFacts(
                    Show.text(outbound.packetType()), Show.text(outbound.destination()), Show.texts(outbound.fields()));
        }
    }

    static CommunicationFacts of(Agent agent, Collection collection) {
        AgentSchema schema = agent.schema();
        Communication communication = schema.communication();
        return new CommunicationFacts(
                Show.texts(communication.input()),
                Show.texts(communication.output()),
                Group.of(communication.channels(), it -> new ChannelFacts(Show.text(it.name()), it.enabled())),
                Group.of(
                        schema.packetRouting().inbound(),
                        it -> InboundFacts.of(it, agent.name(), collection.wirings())),
                Group.of(schema.packetRouting().outbound(), OutboundFacts::of),
                Show.entries(collection.glue().map(Glue::communication).orElse(List.of())));
    }

    /** Whether the schema routes packets. */
    public boolean routed() {
        return inbound.some() || outbound.some();
    }
}
