package io.qpf.plan.view;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.Names;
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
        Names names = new Names(pack.reserved().members());
        for (ModulePlan module : plan.modules()) {
            byPath.put(
                    module.path(),
                    new PartView(
                            PyExpr.dotted(module.dotted()),
                            new PyIdentifier(module.className()),
                            new PyIdentifier(names.claimWords(
                                    PyIdentifier.snake(module.stem()).text()))));
        }
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

    /** The attributes of a controller that hold what it makes. */
    Set<String> attributes() {
        Set<String> attributes = new HashSet<>();
        made().forEach(it -> attributes.add(it.attribute().text()));
        return attributes;
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
