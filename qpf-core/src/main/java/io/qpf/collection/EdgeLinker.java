package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the edges of the map, and derives hard ones from calls. */
final class EdgeLinker {
    private final ExtractorMap map;
    private final Map<String, Agent> agents;
    private final AgentNames names;
    private final NameResolver resolver;
    private final List<Text> externals;

    EdgeLinker(
            ExtractorMap map,
            Optional<Glue> glue,
            Map<String, Agent> agents,
            AgentNames names,
            List<Diagnostic> findings) {
        this.map = map;
        this.agents = agents;
        this.names = names;
        this.resolver = new NameResolver(names, findings);
        this.externals = glue.map(Glue::externals).orElse(List.of());
    }

    /** The soft edges. Both ends of every edge have been looked up once, so each unknown name is reported once. */
    List<Observers.Soft> soft(List<Collection.HardEdge> hard) {
        List<Observers.Soft> soft = new ArrayList<>();
        for (ExtractorMap.Edge edge : map.edges()) {
            Optional<AgentSchema> from = agent(edge.from());
            Optional<AgentSchema> to = agent(edge.to());
            if (from.isPresent() && to.isPresent()) {
                if (edge.observes()) {
                    soft.add(Observers.Soft.of(from.get(), to.get()));
                } else {
                    hardEdge(from.get(), to.get(), edge).ifPresent(hard::add);
                }
            }
        }
        return soft;
    }

    private Optional<AgentSchema> agent(Text name) {
        boolean external = names.exact(name.value()) instanceof AgentNames.Match.Unknown
                && externals.stream().anyMatch(it -> Names.fold(it.value()).equals(Names.fold(name.value())));
        return external ? Optional.empty() : resolver.inMap(name);
    }

    private Optional<Collection.HardEdge> hardEdge(AgentSchema from, AgentSchema to, ExtractorMap.Edge edge) {
        Agent before = agents.get(from.source().path());
        Agent after = agents.get(to.source().path());
        return before == null || after == null
                ? Optional.empty()
                : Optional.of(new Collection.HardEdge(before, after, edge.span()));
    }

    /** The edges of the map and those of the calls, each pair once: the called agent comes before the caller. */
    static List<Collection.HardEdge> withCalls(List<Collection.HardEdge> edges, List<Wiring> wirings) {
        List<Collection.HardEdge> all = new ArrayList<>(edges);
        for (Wiring wiring : wirings) {
            if (wiring.type() == ConnectionType.API_CALL
                    && wiring.from() instanceof Wiring.End.Inside caller
                    && wiring.to() instanceof Wiring.End.Inside called
                    && caller.agent().order() != called.agent().order()) {
                all.add(new Collection.HardEdge(called.agent(), caller.agent(), wiring.span()));
            }
        }
        Set<List<Integer>> seen = new HashSet<>();
        List<Collection.HardEdge> once = new ArrayList<>();
        for (Collection.HardEdge edge : all) {
            if (seen.add(List.of(edge.before().order(), edge.after().order()))) {
                once.add(edge);
            }
        }
        return once;
    }
}
