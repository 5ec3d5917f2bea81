package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/** What an agent believes of its world. Lists are tuples. */
public record WorldModelView(
        boolean enabled,
        PyExpr models,
        PyExpr connectors,
        List<SchemaText> connectorNames,
        SchemaText modelType,
        PyExpr useCases,
        List<SchemaText> useCaseNames,
        SchemaText updateFrequency,
        SchemaText contextWindow) {
    public WorldModelView {
        connectorNames = List.copyOf(connectorNames);
        useCaseNames = List.copyOf(useCaseNames);
    }

    public boolean hasConnectors() {
        return !connectorNames.isEmpty();
    }

    public boolean hasUseCases() {
        return !useCaseNames.isEmpty();
    }
}
