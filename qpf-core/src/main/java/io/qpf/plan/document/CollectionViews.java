package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.graph.DependencyGraph;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DocumentPlan;
import io.qpf.plan.document.CollectionDocument.ArrowFacts;
import io.qpf.plan.document.CollectionDocument.EdgeFacts;
import io.qpf.plan.document.CollectionDocument.MemberFacts;
import io.qpf.plan.document.CollectionDocument.RouteFacts;
import io.qpf.plan.document.CollectionDocument.WaveFacts;
import io.qpf.plan.document.CollectionDocument.WiringFacts;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.Endpoint;
import io.qpf.schema.ExtractorMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the view of a collection's documents and data. */
public final class CollectionViews {
    private CollectionViews() {}

    /** What the README and the configuration of a collection show. */
    public static Object of(Collection collection, List<AgentPlan> agents) {
        ExtractorMap map = collection.map();
        return new CollectionDocument(
                banner(collection),
                CollectionFacts.of(collection),
                PyExpr.dotted(collection.root()),
                Show.text(map.title()),
                Show.text(map.purpose()),
                Show.text(map.version()),
                Group.of(agents, it -> member(it, collection)),
                waves(collection),
                Group.of(collection.wirings(), CollectionViews::wiring),
                Group.of(collection.hardEdges(), it -> new ArrowFacts(node(it.before()), node(it.after()))),
                Group.of(map.edges(), CollectionViews::edge),
                SharedFacts.of(collection),
                GuideFacts.of(map));
    }

    private static Banner banner(Collection collection) {
        List<String> sources =
                new ArrayList<>(List.of(collection.nameOf(collection.map().source())));
        collection.glue().ifPresent(it -> sources.add(collection.nameOf(it.source())));
        return Banner.of(Optional.empty(), collection.name(), sources, List.of());
    }

    private static MemberFacts member(AgentPlan plan, Collection collection) {
        Agent agent = plan.agent();
        Optional<ExtractorMap.Step> step = step(agent, collection);
        return new MemberFacts(
                agent.order(),
                node(agent),
                SchemaText.of(agent.name()),
                Show.text(agent.schema().identity().title()),
                SchemaText.of(agent.packagePath().replace('/', '.')),
                Show.text(agent.port()),
                SchemaText.of(AgentFacts.baseUrl(agent)),
                SchemaText.of(AgentFacts.statusUrl(agent)),
                SchemaText.of(collection.nameOf(agent.schema().source())),
                Show.text(step.flatMap(ExtractorMap.Step::reason)),
                readme(plan),
                Show.texts(step.map(ExtractorMap.Step::expectedArtifacts).orElse(List.of())),
                Show.texts(step.map(ExtractorMap.Step::validationChecklist).orElse(List.of())),
                Show.texts(step.map(ExtractorMap.Step::dependencyLinks).orElse(List.of())),
                routes(agent),
                unbound(plan, collection));
    }

    /** Each route once, since it is a key in the configuration. */
    private static Group<RouteFacts> routes(Agent agent) {
        Map<String, RouteFacts> routes = new LinkedHashMap<>();
        for (Endpoint endpoint : agent.schema().deployment().endpoints()) {
            String route = endpoint.method() + " " + endpoint.path().value();
            routes.putIfAbsent(route, new RouteFacts(Show.text(endpoint.name()), SchemaText.of(route)));
        }
        return new Group<>(List.copyOf(routes.values()));
    }

    private static Group<SchemaText> unbound(AgentPlan plan, Collection collection) {
        List<SchemaText> names = new ArrayList<>();
        ApiFacts.of(plan, collection.root()).unbound().all().forEach(it -> names.add(it.name()));
        ReasoningFacts.of(plan, collection.root()).unbound().all().forEach(it -> names.add(it.name()));
        return new Group<>(names);
    }

    /** The steps stand in the order of extraction, as the agents do. */
    private static Optional<ExtractorMap.Step> step(Agent agent, Collection collection) {
        List<ExtractorMap.Step> steps = collection.map().sequence().stream()
                .sorted(Comparator.comparing(it -> it.order().value()))
                .toList();
        boolean complete = steps.size() == collection.agents().size();
        return complete ? Optional.of(steps.get(agent.order() - 1)) : Optional.empty();
    }

    private static Optional<LinkFacts> readme(AgentPlan plan) {
        return plan.documents().stream()
                .map(DocumentPlan::path)
                .filter(it -> it.substring(it.lastIndexOf('/') + 1).equalsIgnoreCase("README.md"))
                .findFirst()
                .map(it -> LinkFacts.between("README.md", it));
    }

    private static Group<WaveFacts> waves(Collection collection) {
        List<List<Agent>> waves = DependencyGraph.of(collection).waves();
        List<WaveFacts> facts = new ArrayList<>();
        for (List<Agent> wave : waves) {
            facts.add(new WaveFacts(
                    facts.size() + 1, Show.words(wave.stream().map(Agent::name).toList())));
        }
        return new Group<>(facts);
    }

    /** A wiring names who acts first, whatever way round the glue writes it. */
    private static WiringFacts wiring(Wiring wiring) {
        return new WiringFacts(
                wiring.number(),
                SchemaText.of(NetworkFacts.actor(wiring).name()),
                SchemaText.of(NetworkFacts.target(wiring).name()),
                SchemaText.of(wiring.type().word()),
                Show.texts(wiring.names()),
                wiring.importPath().map(SchemaText::of));
    }

    private static EdgeFacts edge(ExtractorMap.Edge edge) {
        return new EdgeFacts(Show.text(edge.from()), Show.text(edge.to()), edge.observes(), Show.text(edge.reason()));
    }

    /** The number keeps agents apart whose names meet as identifiers. */
    private static PyIdentifier node(Agent agent) {
        return new PyIdentifier("agent_" + agent.order() + "_" + PyIdentifier.snake(agent.name()));
    }
}
