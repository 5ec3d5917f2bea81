package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * What the integration test of a wiring shows. Exactly one of the three kinds is true.
 *
 * @param from the caller, the sender, or the publisher; absent (empty list) if no agent
 * @param to the called one, the receiver, or the observer; likewise
 */
public record WiringTestView(
        Banner banner,
        PyExpr root,
        PyExpr number,
        boolean apiCall,
        boolean packetSend,
        boolean eventObserve,
        SchemaText fromName,
        SchemaText toName,
        List<EndView> from,
        List<EndView> to,
        List<OperationView> methods,
        List<NameView> names) {
    /** An agent at an end, with the module that carries the wiring there. */
    public record EndView(AgentView agent, List<PartView> carrier) {}

    /** A packet type or an event. */
    public record NameView(SchemaText name, PyIdentifier identifier, PyExpr sample) {}

    /** Whether both ends are agents of the collection. */
    public boolean bothInside() {
        return !from.isEmpty() && !to.isEmpty();
    }

    public WiringTestView {
        from = List.copyOf(from);
        to = List.copyOf(to);
        methods = List.copyOf(methods);
        names = List.copyOf(names);
    }
}
