package io.qpf.plan.view;

import io.qpf.plan.ModulePlan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What part of an agent's facts a module is about, found from its name. */
final class Subjects {
    /** Words of module names and their layers; the first that stands in a name wins, whatever a map's order is. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("causal", "causal"),
            List.of("semantic", "semantic"),
            List.of("episodic", "episodic"),
            List.of("context", "working"),
            List.of("working", "working"),
            List.of("cache", "working"),
            List.of("archive", "longterm"),
            List.of("longterm", "longterm"));

    private Subjects() {}

    /** The layer that the module's name speaks of, else the first; none for modules that write no layer. */
    static List<LayerView> layer(ModulePlan module, List<LayerView> layers) {
        String archetype = module.archetype().name();
        if (!Set.of("memory_writer", "cache", "utilities").contains(archetype)) {
            return List.of();
        }
        String stem = archetype.equals("memory_writer") ? module.stem().toLowerCase(Locale.ROOT) : "working";
        for (List<String> word : LAYERS) {
            for (LayerView layer : layers) {
                if (stem.contains(word.get(0)) && layer.layer().raw().equals(word.get(1))) {
                    return List.of(layer);
                }
            }
        }
        return layers.isEmpty() ? List.of() : List.of(layers.get(0));
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
