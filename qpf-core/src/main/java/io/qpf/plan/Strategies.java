package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.plan.pack.ExtractorGuide;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each strategy mode of an agent to the strategy module that its name shares most letters with. */
final class Strategies {
    private static final String ARCHETYPE = "strategy";

    private Strategies() {}

    static List<ModulePlan> assigned(Agent agent, List<ModulePlan> modules, ExtractorGuide guide) {
        Map<String, List<String>> byPath = new LinkedHashMap<>();
        List<String> offered = agent.schema().reasoning().strategyModes().stream()
                .map(Text::value)
                .toList();
        for (String mode :
                offered.stream().filter(it -> guide.keeps(it, offered)).toList()) {
            host(mode, modules)
                    .ifPresent(it -> byPath.computeIfAbsent(it.path(), path -> new ArrayList<>())
                            .add(mode));
        }
        return modules.stream()
                .map(it -> it.deciding(byPath.getOrDefault(it.path(), List.of()).stream()
                        .distinct()
                        .toList()))
                .toList();
    }

    private static Optional<ModulePlan> host(String mode, List<ModulePlan> modules) {
        Optional<ModulePlan> best = Optional.empty();
        int most = -1;
        for (ModulePlan module : modules) {
            if (module.archetype().name().equals(ARCHETYPE)) {
                // Of equals the engine, then the first.
                int fit =
                        2 * Words.overlap(mode, module.stem()) + (module.stem().contains("engine") ? 1 : 0);
                if (fit > most) {
                    most = fit;
                    best = Optional.of(module);
                }
            }
        }
        return best;
    }
}
