package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.AgentNames;
import io.qpf.collection.Collection;
import io.qpf.graph.DependencyGraph;
import java.util.List;

/**
 * A collection and what several rules derive from it, computed once.
 *
 * @param files every path that a schema gives
 */
public record Subject(Collection collection, DependencyGraph graph, AgentNames names, List<GivenPath> files) {
    public Subject {
        files = List.copyOf(files);
    }

    static Subject of(Collection collection) {
        return new Subject(
                collection,
                DependencyGraph.of(collection),
                AgentNames.of(collection),
                collection.agents().stream().flatMap(GivenPath::of).toList());
    }

    List<Agent> agents() {
        return collection.agents();
    }
}
