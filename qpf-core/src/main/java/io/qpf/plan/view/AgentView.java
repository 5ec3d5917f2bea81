package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Map;

/**
 * An agent for the templates.
 *
 * @param root the root package
 * @param packageName the dotted package of the agent
 * @param refs the first module of each archetype, by the archetype's name
 * @param parts what the controller makes
 * @param firstParts as many of them as one function can make
 * @param moreParts the others
 */
public record AgentView(
        SchemaText name,
        PyIdentifier identifier,
        SchemaText title,
        SchemaText role,
        SchemaText version,
        PyExpr root,
        PyExpr packageName,
        SettingsView settings,
        GovernanceView governance,
        List<LayerView> memory,
        ReasoningView reasoning,
        LearningView learning,
        WorldModelView worldModel,
        TelemetryView telemetry,
        PacketsView packets,
        EventsView events,
        PyExpr domains,
        List<SchemaText> domainNames,
        List<EndpointView> endpoints,
        List<OperationView> operations,
        List<ModelView> models,
        BindingsView bindings,
        Map<String, PartView> refs,
        List<PartView> parts,
        List<PartView> firstParts,
        List<PartGroup> moreParts) {
    public AgentView {
        memory = List.copyOf(memory);
        domainNames = List.copyOf(domainNames);
        endpoints = List.copyOf(endpoints);
        operations = List.copyOf(operations);
        models = List.copyOf(models);
        refs = Map.copyOf(refs);
        parts = List.copyOf(parts);
        firstParts = List.copyOf(firstParts);
        moreParts = List.copyOf(moreParts);
    }

    /** Whether a type of the contracts names one that Python has not seen by then. */
    public boolean hasForwardModels() {
        return models.stream().anyMatch(ModelView::forward);
    }

    public boolean hasDomains() {
        return !domainNames.isEmpty();
    }

    public boolean hasMemory() {
        return !memory.isEmpty();
    }

    public boolean hasEndpoints() {
        return !endpoints.isEmpty();
    }

    public boolean hasOperations() {
        return !operations.isEmpty();
    }

    public boolean hasModels() {
        return !models.isEmpty();
    }
}
