package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/** Packets that come in and go out. */
public record PacketsView(List<InboundView> inbound, List<OutboundView> outbound) {
    /** An inbound packet type; actions are a tuple. */
    public record InboundView(SchemaText packetType, SchemaText source, PyExpr actions, PyIdentifier identifier) {}

    /** An outbound packet type; fields are a tuple, the sample carries each. */
    public record OutboundView(
            SchemaText packetType, SchemaText destination, PyExpr fields, PyExpr sample, PyIdentifier identifier) {}

    public PacketsView {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    public boolean hasInbound() {
        return !inbound.isEmpty();
    }

    public boolean hasOutbound() {
        return !outbound.isEmpty();
    }
}
