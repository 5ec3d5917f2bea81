package io.qpf.graph;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection.HardEdge;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shortest circle of hard edges.
 *
 * @param edges each edge ends where the next one starts; the last one ends where the first one starts
 */
public record Cycle(List<HardEdge> edges) {
    public Cycle {
        edges = List.copyOf(edges);
    }

    public List<Agent> agents() {
        return edges.stream().map(HardEdge::before).toList();
    }

    /** The cycle as people read it: {@code A -> B -> A}. */
    @Override
    public String toString() {
        return Stream.concat(agents().stream(), agents().stream().limit(1))
                .map(Agent::name)
                .collect(Collectors.joining(" -> "));
    }
}
