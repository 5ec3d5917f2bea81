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
 * @param contractModels the models of a module of contracts
 * @param namedModels those that it may need of another
 * @param bindings what a module of bindings binds; at most one
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
        List<TriggerView> triggers,
        List<ModelView> contractModels,
        List<ModelView> namedModels,
        List<BindingsView> bindings) {
    public ModuleView {
        operations = List.copyOf(operations);
        layer = List.copyOf(layer);
        peer = List.copyOf(peer);
        triggers = List.copyOf(triggers);
        contractModels = List.copyOf(contractModels);
        namedModels = List.copyOf(namedModels);
        bindings = List.copyOf(bindings);
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
        return boundaries() > 0;
    }

    /** How many boundaries its triggers have. */
    int boundaries() {
        return triggers.stream().mapToInt(it -> it.boundaries().size()).sum();
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
