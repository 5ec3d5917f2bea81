package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * Packets that come in and go out.
 *
 * @param everyField a payload that carries the fields of every outbound packet type
 */
public record PacketsView(List<InboundView> inbound, List<OutboundView> outbound, PyExpr everyField) {
    /** An inbound packet type; actions are a tuple. */
    public record InboundView(SchemaText packetType, SchemaText source, PyExpr actions, SchemaText id) {}

    /** An outbound packet type; fields are a tuple, the sample carries each. */
    public record OutboundView(
            SchemaText packetType,
            SchemaText destination,
            PyExpr fields,
            PyExpr sample,
            boolean routed,
            SchemaText id) {}

    public PacketsView {
        inbound = List.copyOf(inbound);
        outbound = List.copyOf(outbound);
    }

    public boolean hasInbound() {
        return !inbound.isEmpty();
    }

    /** Whether any packet type has a destination. */
    public boolean hasRouted() {
        return outbound.stream().anyMatch(OutboundView::routed);
    }

    public boolean hasOutbound() {
        return !outbound.isEmpty();
    }
}
