package io.qpf.plan;

import io.qpf.plan.pack.Archetype;
import io.qpf.plan.pack.Pack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives what one class would have too many of, or one module too much, to modules of their own. */
final class Overflow {
    /** What pylint calls too many public methods begins here. */
    static final int MOST = 20;

    private static final String ARCHETYPE = "component";

    private final AgentPlan plan;
    private final Pack pack;
    private final Names classNames;
    private final List<ModulePlan> modules;
    private final Map<String, String> moreOf = new HashMap<>();

    private Overflow(AgentPlan plan, Pack pack) {
        this.plan = plan;
        this.pack = pack;
        this.modules = new ArrayList<>(plan.modules());
        Set<String> taken = new HashSet<>(ModulePlanner.taken(pack, plan.agent()));
        modules.forEach(it -> taken.add(it.className()));
        this.classNames = new Names(taken);
    }

    /** The same agent, with no class that carries more operations than one should. */
    static AgentPlan relieved(AgentPlan plan, Pack pack) {
        return new Overflow(plan, pack).relieved();
    }

    private AgentPlan relieved() {
        Map<String, Integer> carried = new HashMap<>();
        List<OperationPlan> operations = new ArrayList<>();
        for (OperationPlan operation : plan.operations()) {
            int before = carried.getOrDefault(operation.host(), 0);
            if (operation.builtin().isPresent() || before < MOST) {
                operations.add(operation);
            } else {
                operations.add(operation.in(moreOf(operation.host(), before / MOST)));
            }
            carried.put(operation.host(), operation.builtin().isPresent() ? before : before + 1);
        }
        Shares.ARCHETYPES.forEach(this::share);
        return new AgentPlan(plan.agent(), modules, operations, plan.documents(), plan.testFolder(), plan.manifest());
    }

    private String moreOf(String host, int number) {
        return moreOf.computeIfAbsent(host + number, it -> added(host, number));
    }

    /** One more module for each share that has none. */
    private void share(String archetype) {
        List<ModulePlan> holders = plan.modules().stream()
                .filter(it -> it.archetype().name().equals(archetype))
                .toList();
        int shares = Shares.of(archetype, plan.agent().schema()).size();
        for (int number = holders.size(); !holders.isEmpty() && number < shares; number++) {
            ModulePlan first = holders.get(0);
            add(first.path(), "_" + (number + 1), first.archetype(), first.stem() + ".py would be too long");
        }
    }

    private String added(String host, int number) {
        String file = host.substring(host.lastIndexOf('/') + 1);
        return add(
                host,
                "_operations" + (number == 1 ? "" : "_" + number),
                pack.archetype(ARCHETYPE).orElseThrow(),
                file + " would carry more than " + MOST + " operations");
    }

    private String add(String beside, String ending, Archetype archetype, String need) {
        String wanted = beside.substring(0, beside.length() - ".py".length()) + ending + ".py";
        String path = ModulePlanner.free(wanted, modules);
        String stem = path.substring(path.lastIndexOf('/') + 1, path.length() - ".py".length());
        modules.add(new ModulePlan(
                path,
                archetype,
                classNames.claim(ModulePlanner.className(stem)),
                archetype.purpose(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(need),
                ModulePlanner.keys(archetype, plan.agent())));
        return path;
    }
}
