package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** Packets that come in and go out. Empty lists where the schema has no such section. */
public record PacketRouting(List<Inbound> inbound, List<Outbound> outbound) {
    public static final PacketRouting NONE = new PacketRouting(List.of(), List.of());

    /** A packet type from a source and what is done with it, step by step ({@code a → b → c}). */
    public record Inbound(Optional<Text> source, Text packetType, List<Text> actions) {
        public Inbound {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A packet type to a destination and the fields that it carries.
     *
     * @param types those of the fields that say their type ({@code fields: {place: str}})
     */
    public record Outbound(Optional<Text> destination, Text packetType, List<Text> fields, List<Contract.Field> types) {
        public Outbound {
            fields = List.copyOf(fields);
            types = List.copyOf(types);
        }
    }

    public PacketRouting {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }
}
