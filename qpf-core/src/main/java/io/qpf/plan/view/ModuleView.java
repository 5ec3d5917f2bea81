package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Locale;

/**
 * What a module's template shows.
 *
 * @param layer the layer of a memory writer or cache; at most one
 * @param peer the peer of a client or bridge; at most one
 * @param triggers the triggers of the module's subject
 */
public record ModuleView(
        Banner banner,
        AgentView agent,
        PartView part,
        SchemaText stem,
        SchemaText purpose,
        List<OperationView> operations,
        PyExpr strategies,
        List<LayerView> layer,
        List<PeerView> peer,
        List<TriggerView> triggers) {
    public ModuleView {
        operations = List.copyOf(operations);
        layer = List.copyOf(layer);
        peer = List.copyOf(peer);
        triggers = List.copyOf(triggers);
    }

    public boolean hasOperations() {
        return !operations.isEmpty();
    }

    public boolean hasStrategies() {
        return !strategies.equals(PyExpr.tuple(List.of()));
    }

    public boolean hasPeer() {
        return !peer.isEmpty();
    }

    /** Whether a test can try the triggers at their boundaries. */
    public boolean hasTriggerBoundaries() {
        return triggers.stream().anyMatch(it -> !it.boundaries().isEmpty());
    }

    /** The module's name as the end of a constant's. */
    public PyIdentifier constant() {
        return new PyIdentifier(part.attribute().text().toUpperCase(Locale.ROOT));
    }

    public PyExpr dotted() {
        return part.dotted();
    }

    public PyIdentifier className() {
        return part.className();
    }

    public PyIdentifier attribute() {
        return part.attribute();
    }
}
