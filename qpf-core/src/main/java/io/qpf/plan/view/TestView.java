package io.qpf.plan.view;

import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Map;

/**
 * What a test template of an agent shows.
 *
 * @param modules the modules by archetype; an empty list for an archetype that the agent has not
 * @param operations those that the file tries
 * @param endpoints likewise
 * @param documents the paths of the agent's documents, below the output
 * @param first whether it is the first of the files that one would have been too long for
 */
public record TestView(
        Banner banner,
        AgentView agent,
        Map<String, List<ModuleView>> modules,
        List<OperationView> operations,
        List<EndpointView> endpoints,
        List<SchemaText> documents,
        boolean first) {
    public TestView {
        operations = List.copyOf(operations);
        endpoints = List.copyOf(endpoints);
        modules = Map.copyOf(modules);
        documents = List.copyOf(documents);
    }
}
