package io.qpf.plan.view;

import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Map;

/**
 * What a test template of an agent shows.
 *
 * @param modules the modules by archetype; an empty list for an archetype that the agent has not
 * @param documents the paths of the agent's documents, below the output
 */
public record TestView(
        Banner banner, AgentView agent, Map<String, List<ModuleView>> modules, List<SchemaText> documents) {
    public TestView {
        modules = Map.copyOf(modules);
        documents = List.copyOf(documents);
    }
}
