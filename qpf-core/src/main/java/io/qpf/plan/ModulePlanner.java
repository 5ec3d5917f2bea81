package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.plan.pack.Archetype;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.plan.pack.Pack;
import io.qpf.python.PyIdentifier;
import io.qpf.schema.FileDirectives;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which modules an agent has: those that its schema lists, then those that its declared sections need. */
final class ModulePlanner {
    private final Pack pack;
    private final Collection collection;
    private final Agent agent;
    private final ExtractorGuide guide;
    private final Names classNames;

    ModulePlanner(Pack pack, Collection collection, Agent agent, ExtractorGuide guide) {
        this.pack = pack;
        this.collection = collection;
        this.agent = agent;
        this.guide = guide;
        this.classNames = new Names(taken(pack, agent));
    }

    /** The classes that a module of the agent must leave to others. */
    static Set<String> taken(Pack pack, Agent agent) {
        Set<String> taken = new HashSet<>(pack.reserved().classes());
        taken.addAll(pack.reserved().tests());
        taken.addAll(new ContractNames(agent.schema().contracts()).all());
        return taken;
    }

    List<ModulePlan> modules() {
        List<ModulePlan> modules = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (FileDirectives.GeneratedFile file : agent.schema().files().generateFiles()) {
            String path = OutputPaths.module(collection, agent, file.path().value());
            if (path.endsWith(".py") && paths.add(path)) {
                modules.add(listed(file, path));
            }
        }
        addClients(modules);
        addStandard(modules);
        return Strategies.assigned(agent, modules, guide);
    }

    private ModulePlan listed(FileDirectives.GeneratedFile file, String path) {
        Archetype archetype =
                file.archetype().flatMap(name -> pack.archetype(name.value())).orElseGet(() -> pack.archetypeOf(path));
        Optional<String> peer = file.peer().map(Text::value).or(() -> Peers.of(collection, agent, archetype, path));
        String purpose = file.purpose().map(Text::value).orElse(archetype.purpose());
        return module(path, archetype, purpose, peer, Optional.empty());
    }

    /** One for each peer that no listed client speaks to, and as many more as it takes to call all that is wired. */
    private void addClients(List<ModulePlan> modules) {
        for (String peer : Peers.called(collection, agent)) {
            List<List<String>> shares = Clients.shares(collection, agent, peer);
            int listed = 0;
            for (int at = 0; at < modules.size(); at++) {
                ModulePlan module = modules.get(at);
                if (module.archetype().name().equals(Peers.CLIENT)
                        && module.peer().equals(Optional.of(peer))) {
                    modules.set(at, module.calling(shares.get(listed++ % shares.size())));
                }
            }
            for (int number = listed; number < shares.size(); number++) {
                modules.add(client(peer, number, modules).calling(shares.get(number)));
            }
        }
    }

    private ModulePlan client(String peer, int number, List<ModulePlan> modules) {
        Archetype client = pack.archetype(Peers.CLIENT).orElseThrow();
        String file = PyIdentifier.snake(peer).text() + "_client" + (number == 0 ? "" : "_" + (number + 1)) + ".py";
        String need = "a wiring has the agent call " + peer;
        return module(
                free(OutputPaths.module(collection, agent, file), modules),
                client,
                client.purpose(),
                Optional.of(peer),
                Optional.of(number == 0 ? need : need + " with more than " + Overflow.MOST + " methods"));
    }

    private void addStandard(List<ModulePlan> modules) {
        for (Archetype archetype : pack.archetypes()) {
            Optional<String> need = archetype.standard().isPresent() && !isCarried(archetype, modules)
                    ? need(archetype)
                    : Optional.empty();
            if (need.isPresent()) {
                String path = OutputPaths.module(
                        collection, agent, archetype.standard().orElseThrow());
                modules.add(module(free(path, modules), archetype, archetype.purpose(), Optional.empty(), need));
            }
        }
    }

    private boolean isCarried(Archetype archetype, List<ModulePlan> modules) {
        for (ModulePlan module : modules) {
            if (module.archetype().name().equals(archetype.name()) && isTopLevel(module)) {
                return true;
            }
        }
        return false;
    }

    /** A package's init file counts only for the package itself. */
    private boolean isTopLevel(ModulePlan module) {
        return !module.path().endsWith("__init__.py") || module.path().equals(agent.packagePath() + "/__init__.py");
    }

    /** What needs the archetype, as a clause behind "since"; empty if nothing does. */
    private Optional<String> need(Archetype archetype) {
        for (String key : archetype.neededBy()) {
            if (key.equals("always")) {
                return Optional.of("every agent has one");
            }
            if (key.equals("wiring.observes")
                    && collection.wirings().stream().anyMatch(it -> Peers.observes(it, agent))) {
                return Optional.of("a wiring has the agent observe events");
            }
            if (DeclaredKeys.gives(agent.schema(), key)) {
                return Optional.of("`" + key + "` is declared");
            }
        }
        return Optional.empty();
    }

    static String free(String path, List<ModulePlan> modules) {
        String candidate = path;
        while (isTaken(candidate, modules)) {
            candidate = candidate.replace(".py", "_module.py");
        }
        return candidate;
    }

    private static boolean isTaken(String path, List<ModulePlan> modules) {
        for (ModulePlan module : modules) {
            if (module.path().equalsIgnoreCase(path)) {
                return true;
            }
        }
        return false;
    }

    /** A name without underscores is read as the archetype spells it, so that apiserver gives ApiServer. */
    private static String spelled(String stem, Archetype archetype) {
        String file = archetype.standard().orElse("");
        String standard = file.endsWith(".py") ? file.substring(0, file.length() - ".py".length()) : file;
        String compact = Words.compact(stem);
        for (String spelling : List.of(archetype.name(), standard)) {
            if (Words.compact(spelling).equals(compact)) {
                return spelling;
            }
        }
        return stem;
    }

    /** A class in capitals alone, such as that of s3.py, would be taken for the constant of its operation. */
    static String className(String name) {
        String pascal = PyIdentifier.pascal(name).text();
        return pascal.equals(pascal.toUpperCase(Locale.ROOT)) ? pascal + "Part" : pascal;
    }

    private ModulePlan module(
            String path, Archetype archetype, String purpose, Optional<String> peer, Optional<String> addedFor) {
        String stem = path.substring(path.lastIndexOf('/') + 1, path.length() - ".py".length());
        String className = classNames.claim(className(spelled(stem, archetype)));
        return new ModulePlan(
                path, archetype, className, purpose, peer, List.of(), List.of(), addedFor, keys(archetype, agent));
    }

    /** The keys of the archetype that the schema gives. */
    static List<String> keys(Archetype archetype, Agent agent) {
        List<String> keys = new ArrayList<>();
        for (String key : archetype.keys()) {
            if (DeclaredKeys.declares(agent.schema(), key)) {
                keys.add(key);
            }
        }
        return keys;
    }
}
