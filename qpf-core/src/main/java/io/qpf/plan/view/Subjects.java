package io.qpf.plan.view;

import io.qpf.plan.ModulePlan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What part of an agent's facts a module is about, found from its name. */
final class Subjects {
    private static final Map<String, String> LAYERS = Map.of(
            "causal", "causal",
            "semantic", "semantic",
            "episodic", "episodic",
            "context", "working",
            "working", "working",
            "cache", "working",
            "archive", "longterm",
            "longterm", "longterm");

    private Subjects() {}

    /** The layer that the module's name speaks of, else the first; none for modules that write no layer. */
    static List<LayerView> layer(ModulePlan module, List<LayerView> layers) {
        String archetype = module.archetype().name();
        if (!Set.of("memory_writer", "cache", "utilities").contains(archetype)) {
            return List.of();
        }
        String stem = archetype.equals("memory_writer") ? module.stem().toLowerCase(Locale.ROOT) : "working";
        return LAYERS.entrySet().stream()
                .filter(it -> stem.contains(it.getKey()))
                .flatMap(it ->
                        layers.stream().filter(layer -> layer.layer().raw().equals(it.getValue())))
                .findFirst()
                .or(() -> layers.stream().findFirst())
                .stream()
                .toList();
    }

    /** The triggers whose name shares letters with the module's, else all of them. */
    static List<TriggerView> triggers(ModulePlan module, AgentView agent) {
        if (!module.archetype().name().equals("detector")) {
            return List.of();
        }
        List<TriggerView> all = agent.governance().triggers();
        List<TriggerView> own = all.stream()
                .filter(it -> shares(module.stem(), it.name().raw()))
                .toList();
        return own.isEmpty() ? all : own;
    }

    private static boolean shares(String stem, String trigger) {
        String subject = stem.replaceFirst("_?(detector|analyzer)$", "");
        return Stream.of(subject.split("_")).anyMatch(word -> word.length() > 3 && trigger.contains(word));
    }
}
