package io.qpf.plan.view;

import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DomainCode;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.plan.pack.Pack;
import io.qpf.plan.pack.TestKind;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ConnectionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes everything that the templates of one agent show. */
public final class AgentViews {
    private static final int KEYS_SHOWN = 12;

    private final AgentPlan plan;
    private final Collection collection;
    private final Pack pack;
    private final Parts parts;
    private final OperationViews operations;
    private final SectionViews sections;
    private final PeerViews peers;
    private final AgentView agent;

    /**
     * Makes the views of one agent.
     *
     * @param all the plans of every agent of the collection, since a client shows its peer's operations
     */
    public AgentViews(AgentPlan plan, List<AgentPlan> all, Collection collection, Pack pack, DomainCode code) {
        this.plan = plan;
        this.collection = collection;
        this.pack = pack;
        this.parts = new Parts(plan, pack);
        this.operations = new OperationViews(plan, parts, pack, code);
        this.sections = new SectionViews(plan.agent(), collection);
        this.peers = new PeerViews(all, pack, code);
        this.agent = agentView();
    }

    /** The agent as a whole. */
    public AgentView agent() {
        return agent;
    }

    /** The module at a path as a part. */
    PartView part(String path) {
        return parts.of(path);
    }

    OperationView operation(OperationPlan operation) {
        return operations.view(operation);
    }

    AgentPlan plan() {
        return plan;
    }

    private AgentView agentView() {
        AgentSchema schema = plan.agent().schema();
        return new AgentView(
                SchemaText.of(schema.name()),
                PyIdentifier.snake(schema.name()),
                Facts.text(schema.identity().title()),
                Facts.text(schema.identity().role()),
                Facts.text(schema.identity().version()),
                PyExpr.dotted(collection.root()),
                PyExpr.dotted(plan.agent().packagePath().replace('/', '.')),
                sections.settings(),
                sections.governance(),
                sections.memory(),
                sections.reasoning(allStrategies()),
                sections.learning(),
                sections.worldModel(),
                sections.telemetry(),
                sections.packets(),
                sections.events(),
                Facts.tuple(schema.integration().sharedDomains()),
                Facts.texts(schema.integration().sharedDomains()),
                operations.endpoints(),
                operations.all(),
                operations.models(),
                operations.bindings(),
                parts.firsts(),
                parts.made());
    }

    private List<String> allStrategies() {
        return plan.modules().stream()
                .flatMap(it -> it.strategies().stream())
                .distinct()
                .toList();
    }

    /** What the template of a module shows. */
    public ModuleView module(ModulePlan module) {
        List<OperationView> carried = plan.operationsOf(module).stream()
                .filter(it -> it.builtin().isEmpty())
                .map(operations::view)
                .toList();
        return new ModuleView(
                banner(module.stem(), module.archetype().label(), module.purpose(), keys(module)),
                agent,
                parts.of(module.path()),
                SchemaText.of(module.stem()),
                SchemaText.of(module.purpose()),
                carried,
                Facts.strings(module.strategies()),
                Subjects.layer(module, agent.memory()),
                peer(module),
                Subjects.triggers(module, agent));
    }

    /** The keys of a module; an endpoint that it carries stands under its own name. */
    public List<String> keys(ModulePlan module) {
        List<String> endpoints = plan.operationsOf(module).stream()
                .filter(it -> it.endpoint().isPresent())
                .map(it -> "deployment.endpoints." + it.name())
                .toList();
        boolean carries = module.archetype().hostsOperations() || !endpoints.isEmpty();
        return Stream.concat(
                        module.keys().stream().filter(it -> !carries || !it.equals("deployment.endpoints")),
                        endpoints.stream())
                .toList();
    }

    /** What a test template shows. */
    public TestView test(TestKind kind) {
        Map<String, List<ModuleView>> byArchetype = new TreeMap<>();
        pack.archetypes().forEach(it -> byArchetype.put(it.name(), new ArrayList<>()));
        plan.modules()
                .forEach(it -> byArchetype
                        .getOrDefault(it.archetype().name(), new ArrayList<>())
                        .add(module(it)));
        List<SchemaText> documents =
                plan.documents().stream().map(it -> SchemaText.of(it.path())).toList();
        String stem = kind.name().replace(".py", "");
        return new TestView(
                banner(stem, "tests", "What the schema says, tried on the extracted code.", kind.keys()),
                agent,
                byArchetype,
                documents);
    }

    Banner banner(String module, String label, String purpose, List<String> keys) {
        String shown = String.join(", ", keys.subList(0, Math.min(keys.size(), KEYS_SHOWN)));
        return new Banner(
                SchemaText.of(plan.agent().name() + ": " + module + " (" + label + ")."),
                SchemaText.of(purpose),
                SchemaText.of(collection.nameOf(plan.agent().schema().source())),
                SchemaText.of(shown.isEmpty() ? "system" : shown));
    }

    private List<PeerView> peer(ModulePlan module) {
        return module.peer().stream().map(name -> peer(module, name)).toList();
    }

    private PeerView peer(ModulePlan module, String name) {
        List<Wiring> wirings = module.archetype().name().equals("client")
                ? collection.wirings().stream()
                        .filter(it -> it.type() == ConnectionType.API_CALL
                                && Ends.is(it.from(), plan.agent())
                                && it.to().name().equals(name))
                        .toList()
                : List.of();
        return peers.of(name, wirings);
    }
}
