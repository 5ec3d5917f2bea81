package io.qpf.plan.view;

import io.qpf.collection.Collection;
import io.qpf.collection.Names;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DomainCode;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.plan.pack.Archetype;
import io.qpf.plan.pack.Pack;
import io.qpf.plan.pack.TestKind;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<String, ModuleView> modules = new HashMap<>();

    private AgentViews(AgentPlan plan, PeerViews peers, OperationViews operations, Collection collection, Pack pack) {
        this.plan = plan;
        this.collection = collection;
        this.pack = pack;
        this.parts = operations.parts();
        this.operations = operations;
        this.sections = new SectionViews(plan.agent(), collection);
        this.peers = peers;
        this.agent = agentView();
        plan.modules().forEach(it -> modules.put(it.path(), moduleView(it)));
    }

    /** The views of each agent by its name, in the order of extraction; a client shows its peer's operations. */
    public static Map<String, AgentViews> all(
            List<AgentPlan> plans, Collection collection, Pack pack, DomainCode code) {
        Map<String, OperationViews> operations = new LinkedHashMap<>();
        for (AgentPlan plan : plans) {
            operations.put(plan.agent().name(), new OperationViews(plan, new Parts(plan, pack), pack, code));
        }
        PeerViews peers = new PeerViews(operations, pack.reserved());
        Map<String, AgentViews> views = new LinkedHashMap<>();
        operations.forEach((name, its) -> views.put(name, new AgentViews(its.plan(), peers, its, collection, pack)));
        return views;
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

    /** The operation of that name. */
    Optional<OperationView> named(String operation) {
        return operations.named(operation);
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
                parts.made(),
                parts.first(),
                parts.more());
    }

    private List<String> allStrategies() {
        return plan.modules().stream()
                .flatMap(it -> it.strategies().stream())
                .distinct()
                .toList();
    }

    /** What the template of a module shows. */
    public ModuleView module(ModulePlan module) {
        return Optional.ofNullable(modules.get(module.path()))
                .orElseThrow(() -> new IllegalArgumentException("no module " + module.path()));
    }

    private ModuleView moduleView(ModulePlan module) {
        List<ModelView> models = isOf(module, "contracts") ? operations.models(module) : List.of();
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
                Subjects.triggers(module, agent),
                models,
                models.isEmpty() ? List.of() : others(models),
                isOf(module, "bindings") ? List.of(operations.bindings(module)) : List.of());
    }

    private static boolean isOf(ModulePlan module, String archetype) {
        return module.archetype().name().equals(archetype);
    }

    /** The types with names of their own that stand elsewhere. */
    private List<ModelView> others(List<ModelView> models) {
        return operations.namedModels().stream()
                .filter(it -> !models.contains(it))
                .toList();
    }

    /** The keys of a module; an endpoint that it carries stands under its own name. */
    public List<String> keys(ModulePlan module) {
        List<String> endpoints = plan.operationsOf(module).stream()
                .filter(it -> it.endpoint().isPresent() && it.builtin().isEmpty())
                .map(it -> "deployment.endpoints." + it.name())
                .toList();
        boolean carries = module.archetype().hostsOperations() || !endpoints.isEmpty();
        return Stream.concat(
                        module.keys().stream().filter(it -> !carries || !it.equals("deployment.endpoints")),
                        endpoints.stream())
                .toList();
    }

    /** What the files of a test template show: one, as long as it is not too long. */
    public List<TestView> tests(TestKind kind) {
        TestViews all = new TestViews(agent, kind);
        List<List<ModulePlan>> tried = all.modules(plan.modules(), this::module);
        List<List<OperationView>> tasks = all.operations();
        List<List<EndpointView>> routes = all.endpoints();
        List<TestView> tests = new ArrayList<>();
        int files = Math.max(tried.size(), Math.max(tasks.size(), routes.size()));
        for (int file = 0; file < files; file++) {
            String stem = kind.name(file + 1).replace(".py", "");
            tests.add(new TestView(
                    banner(stem, "tests", "What the schema says, tried on the extracted code.", kind.keys()),
                    agent,
                    byArchetype(tried.get(Math.min(file, tried.size() - 1))),
                    tasks.get(Math.min(file, tasks.size() - 1)),
                    routes.get(Math.min(file, routes.size() - 1)),
                    plan.documents().stream()
                            .map(it -> SchemaText.of(it.path()))
                            .toList(),
                    file == 0));
        }
        return tests;
    }

    private Map<String, List<ModuleView>> byArchetype(List<ModulePlan> tried) {
        Map<String, List<ModuleView>> byArchetype = new TreeMap<>();
        for (Archetype archetype : pack.archetypes()) {
            byArchetype.put(archetype.name(), new ArrayList<>());
        }
        for (ModulePlan module : tried) {
            byArchetype
                    .computeIfAbsent(module.archetype().name(), it -> new ArrayList<>())
                    .add(module(module));
        }
        return byArchetype;
    }

    Banner banner(String module, String label, String purpose, List<String> keys) {
        boolean telling = !Names.fold(module).equals(Names.fold(label));
        String shown = String.join(", ", keys.subList(0, Math.min(keys.size(), KEYS_SHOWN)));
        return new Banner(
                SchemaText.of(plan.agent().name() + ": " + module + (telling ? " (" + label + ")." : ".")),
                SchemaText.of(purpose),
                SchemaText.of(collection.nameOf(plan.agent().schema().source())),
                SchemaText.of(shown.isEmpty() ? "system" : shown));
    }

    private List<PeerView> peer(ModulePlan module) {
        return module.peer().stream()
                .map(name -> peers.of(name, module.calls()))
                .toList();
    }
}
