package io.qpf.plan.view;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.Names;
import io.qpf.plan.Shares;
import io.qpf.plan.pack.Pack;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules of an agent as parts: dotted name, class, attribute. */
final class Parts {
    /** With as many operations as a class may have, a function of these has less than the 50 statements that pylint takes. */
    private static final int FIRST = 24;

    /** The same of a function that does nothing else. */
    private static final int MORE = 45;

    private final AgentPlan plan;
    private final Map<String, PartView> byPath = new LinkedHashMap<>();
    private final Map<String, Map<ModulePlan, List<String>>> shares = new LinkedHashMap<>();

    Parts(AgentPlan plan, Pack pack) {
        this.plan = plan;
        Shares.ARCHETYPES.forEach(it -> shares.put(it, shared(it)));
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

    /** As many of them as one function can make. */
    List<PartView> first() {
        return made().subList(0, Math.min(FIRST, made().size()));
    }

    /** The others. */
    List<PartGroup> more() {
        List<PartView> made = made();
        List<PartGroup> more = new ArrayList<>();
        for (int from = FIRST; from < made.size(); from += MORE) {
            int to = Math.min(from + MORE, made.size());
            more.add(new PartGroup(PyExpr.number(more.size() + 2), made.subList(from, to)));
        }
        return more;
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

    /** The modules of an archetype that hold a share each, with the names of the operations in it. */
    Map<ModulePlan, List<String>> shares(String archetype) {
        return shares.getOrDefault(archetype, Map.of());
    }

    private Map<ModulePlan, List<String>> shared(String archetype) {
        List<List<String>> all = Shares.of(archetype, plan.agent().schema());
        Map<ModulePlan, List<String>> byModule = new LinkedHashMap<>();
        for (ModulePlan module : plan.modules()) {
            if (module.archetype().name().equals(archetype)) {
                byModule.put(module, all.get(byModule.size() % all.size()));
            }
        }
        return byModule;
    }

    /** The dotted name of the first module of an archetype, or the agent's package where it has none. */
    String module(String archetype) {
        return plan.module(archetype)
                .map(ModulePlan::dotted)
                .orElse(plan.agent().packagePath().replace('/', '.'));
    }
}
