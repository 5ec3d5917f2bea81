package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.GateSettings;
import io.qpf.schema.Glue;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Links map, glue and schemas to a collection.
 *
 * <p>What cannot be linked is left out and reported; the rest is linked, so that rules find what else is wrong. The
 * result is empty only if there is no agent at all.
 */
public final class Linker {
    private static final int FIRST_PORT = 8000;

    private final Sources sources;
    private final Workspace workspace;
    private final AgentNames names;
    private final List<Diagnostic> findings = new ArrayList<>();

    private Linker(Sources sources, Workspace workspace) {
        this.sources = sources;
        this.workspace = workspace;
        this.names = new AgentNames(sources.schemas());
    }

    /** Links the files of one collection. */
    public static Result<Collection> link(Sources sources, Workspace workspace) {
        Linker linker = new Linker(sources, workspace);
        Optional<Collection> collection = linker.link();
        return new Result<>(collection, new Diagnostics(linker.findings));
    }

    private Optional<Collection> link() {
        checkAliases();
        checkGateAgents();
        names.learn(sources.map());
        List<AgentSchema> ordered = new StepLinker(sources, names, findings).order();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Agent> agents = agents(ordered);
        List<Agent> all = List.copyOf(agents.values());
        List<Collection.HardEdge> hard = new ArrayList<>();
        List<Observers.Soft> soft = new EdgeLinker(sources.map(), sources.glue(), agents, names, findings).soft(hard);
        Observers observers = new Observers(soft, findings);
        List<Wiring> wirings = sources.glue()
                .map(glue -> new WiringLinker(glue, all, names, workspace, observers, findings).link())
                .orElse(List.of());
        new ConnectionChecker(all, names, workspace, findings).check();
        String root = root(all);
        return Optional.of(new Collection(
                EcosystemName.of(sources, root),
                root,
                sources.map(),
                sources.glue(),
                all,
                wirings,
                EdgeLinker.withCalls(hard, wirings),
                BackendHarmony.of(
                        sources.map().shared().backends(),
                        sources.glue().map(Glue::backends).orElse(List.of()),
                        findings),
                AnchorHarmony.of(
                        sources.map().shared().anchors(),
                        sources.glue().map(Glue::anchors).orElse(List.of()),
                        ordered)));
    }

    private void checkAliases() {
        NameResolver resolver = new NameResolver(names, findings);
        AliasChains chains = new AliasChains(sources.map(), names);
        for (ExtractorMap.Alias alias : sources.map().aliases()) {
            if (chains.isAlias(alias.agent())) {
                chains.finding(alias).ifPresent(findings::add);
            } else {
                resolver.ofAlias(alias.agent());
            }
        }
    }

    /** A threshold for nobody would be measured against by nobody. It goes by the name of the schema, as a report shows it. */
    private void checkGateAgents() {
        Set<String> said = new HashSet<>();
        for (GateSettings.Threshold it : sources.map().gates().thresholds()) {
            it.agent()
                    .filter(name -> said.add(name.value()) && !isAgent(name.value()))
                    .ifPresent(name -> findings.add(LinkRule.UNKNOWN_AGENT.at(
                            name.span(),
                            "`" + name + "` is no agent of this collection",
                            names.hint(name.value(), "write the name of its schema"))));
        }
    }

    private boolean isAgent(String name) {
        return sources.schemas().stream().anyMatch(it -> it.name().equalsIgnoreCase(name));
    }

    private Map<String, Agent> agents(List<AgentSchema> ordered) {
        List<Text> shared = sources.glue().map(Glue::sharedTriggers).orElse(List.of());
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (AgentSchema schema : ordered) {
            int order = agents.size() + 1;
            int port = schema.deployment().port().map(Located::value).orElse(FIRST_PORT + order - 1);
            String packagePath = Paths.clean(schema.identity().rootPath().value());
            Policies policies = new PolicyCompiler(schema, findings).compile(shared);
            agents.put(schema.source().path(), new Agent(order, schema, packagePath, port, policies));
        }
        return agents;
    }

    /** The first segment of the first rootpath; every other agent must share it. */
    private String root(List<Agent> agents) {
        String root = firstSegment(agents.get(0).packagePath());
        for (Agent agent : agents) {
            Text written = agent.schema().identity().rootPath();
            if (!firstSegment(agent.packagePath()).equals(root) && isPlain(written.value())) {
                Text first = agents.get(0).schema().identity().rootPath();
                findings.add(LinkRule.ROOTS_DIFFER
                        .at(
                                written.span(),
                                "the rootpath of " + agent.name() + " starts with `"
                                        + firstSegment(agent.packagePath()) + "`, that of "
                                        + agents.get(0).name() + " with `" + root + "`",
                                "let all rootpaths of a collection start with `" + root + "/`")
                        .with(new Diagnostic.Related(first.span(), "the first rootpath")));
            }
        }
        return root;
    }

    /** Whether the path is one that rules have nothing against; one mistake shall give one error. */
    static boolean isPlain(String path) {
        return !path.startsWith("/") && !path.contains("..") && !path.contains("\\") && !path.contains(":");
    }

    private static String firstSegment(String path) {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
    }
}
