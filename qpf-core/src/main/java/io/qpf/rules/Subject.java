package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.AgentNames;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.graph.DependencyGraph;
import io.qpf.schema.Glue;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * Whether a wiring of the agent could not be linked, which is an error of its own: that the agent lacks a wiring follows
     * from it.
     */
    boolean hasBrokenWiring(Agent agent) {
        List<Glue.Wire> written = collection.glue().map(Glue::wirings).orElse(List.of());
        Set<Span> linked = new HashSet<>();
        for (Wiring wiring : collection.wirings()) {
            linked.add(wiring.span());
        }
        for (Glue.Wire wire : written) {
            if (!linked.contains(wire.span()) && (isCalled(agent, wire.from()) || isCalled(agent, wire.to()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isCalled(Agent agent, Text name) {
        return names.find(name.value()) instanceof AgentNames.Match.Found found
                && found.agent().source().equals(agent.schema().source());
    }

    List<Agent> agents() {
        return collection.agents();
    }
}
