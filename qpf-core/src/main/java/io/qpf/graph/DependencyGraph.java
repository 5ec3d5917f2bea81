package io.qpf.graph;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Collection.HardEdge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Who must be extracted before whom.
 *
 * <p>Computed once and immutable. Everything is ordered by the order of extraction, so equal collections give equal
 * answers.
 */
public final class DependencyGraph {
    /** An edge that is equal to itself only, since comparing whole schemas takes its time. */
    private static final class Link {
        private final HardEdge edge;

        Link(HardEdge edge) {
            this.edge = edge;
        }

        int before() {
            return edge.before().order();
        }

        int after() {
            return edge.after().order();
        }
    }

    private final List<List<Agent>> waves;
    private final List<Cycle> cycles;
    private final List<Agent> criticalPath;

    private DependencyGraph(List<List<Agent>> waves, List<Cycle> cycles, List<Agent> criticalPath) {
        this.waves = waves;
        this.cycles = cycles;
        this.criticalPath = criticalPath;
    }

    /** The graph of a collection's hard edges. */
    public static DependencyGraph of(Collection collection) {
        Graph<Integer, Link> graph = new DirectedPseudograph<>(Link.class);
        Map<Integer, Agent> agents = new TreeMap<>();
        for (Agent agent : collection.agents()) {
            agents.put(agent.order(), agent);
            graph.addVertex(agent.order());
        }
        for (HardEdge edge : collection.hardEdges()) {
            if (graph.containsVertex(edge.before().order())
                    && graph.containsVertex(edge.after().order())) {
                graph.addEdge(edge.before().order(), edge.after().order(), new Link(edge));
            }
        }
        List<Cycle> cycles = cycles(graph);
        return cycles.isEmpty() ? acyclic(graph, agents) : new DependencyGraph(List.of(), cycles, List.of());
    }

    /** Agents that can be extracted side by side, wave after wave. Empty if there is a cycle. */
    public List<List<Agent>> waves() {
        return waves;
    }

    /** One shortest cycle of each knot, in the order of extraction. */
    public List<Cycle> cycles() {
        return cycles;
    }

    /** A longest chain of agents that must follow each other. Empty if there is a cycle. */
    public List<Agent> criticalPath() {
        return criticalPath;
    }

    private static DependencyGraph acyclic(Graph<Integer, Link> graph, Map<Integer, Agent> agents) {
        Map<Integer, Integer> depths = new HashMap<>();
        Map<Integer, Integer> deepestBefore = new HashMap<>();
        Iterator<Integer> ordered = new TopologicalOrderIterator<>(graph, Comparator.<Integer>naturalOrder());
        while (ordered.hasNext()) {
            Integer order = ordered.next();
            int depth = 0;
            for (Link link : sorted(graph.incomingEdgesOf(order), Link::before)) {
                int behind = depths.getOrDefault(link.before(), 0) + 1;
                if (behind > depth) {
                    depth = behind;
                    deepestBefore.put(order, link.before());
                }
            }
            depths.put(order, depth);
        }
        TreeMap<Integer, List<Agent>> waves = new TreeMap<>();
        for (Map.Entry<Integer, Agent> agent : agents.entrySet()) {
            waves.computeIfAbsent(depths.getOrDefault(agent.getKey(), 0), key -> new ArrayList<>())
                    .add(agent.getValue());
        }
        List<List<Agent>> frozen = new ArrayList<>();
        for (List<Agent> wave : waves.values()) {
            frozen.add(List.copyOf(wave));
        }
        return new DependencyGraph(frozen, List.of(), chain(frozen, deepestBefore, agents));
    }

    private static List<Agent> chain(
            List<List<Agent>> waves, Map<Integer, Integer> deepestBefore, Map<Integer, Agent> agents) {
        Deque<Agent> chain = new ArrayDeque<>();
        Optional<Agent> last = waves.isEmpty()
                ? Optional.empty()
                : Optional.of(waves.get(waves.size() - 1).get(0));
        while (last.isPresent()) {
            chain.addFirst(last.get());
            last = Optional.ofNullable(deepestBefore.get(last.get().order())).map(agents::get);
        }
        return List.copyOf(chain);
    }

    private static List<Cycle> cycles(Graph<Integer, Link> graph) {
        List<Cycle> cycles = new ArrayList<>();
        List<Set<Integer>> knots =
                new ArrayList<>(new GabowStrongConnectivityInspector<>(graph).stronglyConnectedSets());
        knots.sort(Comparator.comparing(Collections::min));
        for (Set<Integer> knot : knots) {
            Optional<Cycle> shortest = Optional.empty();
            for (Integer start : new TreeSet<>(knot)) {
                Optional<Cycle> cycle = shortest(graph, knot, start);
                if (cycle.isPresent() && isShorter(cycle.get(), shortest)) {
                    shortest = cycle;
                }
            }
            shortest.ifPresent(cycles::add);
        }
        return List.copyOf(cycles);
    }

    private static boolean isShorter(Cycle cycle, Optional<Cycle> other) {
        return other.isEmpty() || cycle.edges().size() < other.get().edges().size();
    }

    /** The shortest way from an agent back to itself, breadth first. */
    private static Optional<Cycle> shortest(Graph<Integer, Link> graph, Set<Integer> knot, Integer start) {
        Deque<List<Link>> ways = new ArrayDeque<>();
        Set<Integer> seen = new HashSet<>();
        ways.add(List.of());
        while (!ways.isEmpty()) {
            List<Link> way = ways.removeFirst();
            int here = way.isEmpty() ? start : way.get(way.size() - 1).after();
            for (Link link : sorted(graph.outgoingEdgesOf(here), Link::after)) {
                List<Link> longer = new ArrayList<>(way);
                longer.add(link);
                if (link.after() == start) {
                    return Optional.of(
                            new Cycle(longer.stream().map(it -> it.edge).toList()));
                }
                if (knot.contains(link.after()) && seen.add(link.after())) {
                    ways.add(longer);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Link> sorted(Set<Link> links, ToIntFunction<Link> by) {
        List<Link> sorted = new ArrayList<>(links);
        sorted.sort(Comparator.comparingInt(by));
        return sorted;
    }
}
