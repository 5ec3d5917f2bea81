package io.qpf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.Agent;
import io.qpf.collection.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waves, cycles and the critical path of small graphs. */
final class DependencyGraphTest {
    private static DependencyGraph graph(String... edges) {
        StringBuilder text = new StringBuilder();
        StringBuilder map = new StringBuilder("=== map.yaml\nextraction_sequence:\n  order:\n");
        List<String> names = List.of("Ann", "Bob", "Cat", "Dan", "Eve");
        for (String name : names) {
            text.append("=== agents/")
                    .append(name)
                    .append(".yaml\nname: ")
                    .append(name)
                    .append("\n");
            map.append("    ")
                    .append(names.indexOf(name) + 1)
                    .append(": {agent: ")
                    .append(name);
            map.append(", schema_file: agents/").append(name).append(".yaml}\n");
        }
        map.append("dependency_graph:\n  edges: [")
                .append(String.join(", ", edges))
                .append("]\n");
        return DependencyGraph.of(Yaml.of(text.toString() + map).link().value().orElseThrow());
    }

    private static List<String> names(List<Agent> agents) {
        return agents.stream().map(Agent::name).toList();
    }

    @Test
    void laysIndependentAgentsSideBySide() {
        DependencyGraph graph = graph();

        assertThat(graph.waves()).hasSize(1);
        assertThat(names(graph.waves().get(0))).containsExactly("Ann", "Bob", "Cat", "Dan", "Eve");
        assertThat(names(graph.criticalPath())).containsExactly("Ann");
        assertThat(graph.cycles()).isEmpty();
    }

    @Test
    void ordersWavesByDependencies() {
        DependencyGraph graph = graph("Ann -> Bob", "Bob -> Dan", "Cat -> Dan", "Ann ->> Dan", "Ann -> Bob");

        assertThat(graph.waves().stream().map(DependencyGraphTest::names))
                .containsExactly(List.of("Ann", "Cat", "Eve"), List.of("Bob"), List.of("Dan"));
        assertThat(names(graph.criticalPath())).containsExactly("Ann", "Bob", "Dan");
    }

    @Test
    void findsOneShortestCycleOfEachKnot() {
        DependencyGraph graph =
                graph("Ann -> Bob", "Bob -> Cat", "Cat -> Ann", "Cat -> Bob", "Dan -> Eve", "Eve -> Dan", "Ann -> Dan");

        assertThat(graph.cycles())
                .extracting(Cycle::toString)
                .containsExactly("Bob -> Cat -> Bob", "Dan -> Eve -> Dan");
        assertThat(graph.waves()).isEmpty();
        assertThat(graph.criticalPath()).isEmpty();
    }

    @Test
    void findsAnAgentThatWaitsForItself() {
        assertThat(graph("Ann -> Ann").cycles()).extracting(Cycle::toString).containsExactly("Ann -> Ann");
    }
}
