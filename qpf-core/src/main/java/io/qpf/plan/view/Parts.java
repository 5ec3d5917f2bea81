package io.qpf.plan.view;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.pack.Pack;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules of an agent as parts: dotted name, class, attribute. */
final class Parts {
    private final AgentPlan plan;
    private final Map<String, PartView> byPath = new LinkedHashMap<>();

    Parts(AgentPlan plan, Pack pack) {
        this.plan = plan;
        Set<String> taken = new HashSet<>(pack.reserved().members());
        for (ModulePlan module : plan.modules()) {
            byPath.put(
                    module.path(),
                    new PartView(
                            PyExpr.dotted(module.dotted()),
                            new PyIdentifier(module.className()),
                            attribute(module, taken)));
        }
    }

    private static PyIdentifier attribute(ModulePlan module, Set<String> taken) {
        String wanted = PyIdentifier.snake(module.stem()).text();
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return new PyIdentifier(name);
    }

    PartView of(String path) {
        return Optional.ofNullable(byPath.get(path))
                .orElseThrow(() -> new IllegalArgumentException("no module " + path));
    }

    /** What the controller makes: every module whose class needs the context alone. */
    List<PartView> made() {
        return plan.modules().stream()
                .filter(it -> it.archetype().part())
                .map(it -> of(it.path()))
                .toList();
    }

    /** The first module of each archetype. */
    Map<String, PartView> firsts() {
        Map<String, PartView> firsts = new LinkedHashMap<>();
        plan.modules().forEach(it -> firsts.putIfAbsent(it.archetype().name(), of(it.path())));
        return firsts;
    }

    /** The dotted name of the first module of an archetype, or the agent's package where it has none. */
    String module(String archetype) {
        return plan.module(archetype)
                .map(ModulePlan::dotted)
                .orElse(plan.agent().packagePath().replace('/', '.'));
    }
}
