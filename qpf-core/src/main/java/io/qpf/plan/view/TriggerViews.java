package io.qpf.plan.view;

import io.qpf.policy.Clause;
import io.qpf.policy.Condition;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiled clauses as triggers; prose has none. */
final class TriggerViews {
    private TriggerViews() {}

    /** The triggers of several texts: one for each condition, with the words of all who ask for it. */
    static List<TriggerView> of(List<Clause> clauses) {
        Map<Condition, List<Clause.Compiled>> byCondition = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Compiled compiled) {
                byCondition
                        .computeIfAbsent(compiled.condition(), condition -> new ArrayList<>())
                        .add(compiled);
            }
        }
        Set<String> taken = new HashSet<>();
        List<TriggerView> views = new ArrayList<>();
        byCondition.forEach((condition, same) -> views.add(view(name(same.get(0).name(), taken), condition, same)));
        return List.copyOf(views);
    }

    /** Two conditions may want one name; the second gets a number. */
    private static String name(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    private static TriggerView view(String name, Condition condition, List<Clause.Compiled> clauses) {
        List<BoundaryView> boundaries = new ArrayList<>();
        for (Boundaries.Pair pair : Boundaries.of(condition)) {
            boundaries.add(new BoundaryView(
                    SchemaText.of(name),
                    SchemaText.of(name.equals(pair.leaf()) ? name : name + ": " + pair.leaf()),
                    pair.quiet().python(),
                    pair.alarming().python()));
        }
        List<SchemaText> words = clauses.stream()
                .map(it -> it.source().value())
                .distinct()
                .map(SchemaText::of)
                .toList();
        return new TriggerView(SchemaText.of(name), words, ConditionPython.of(condition), boundaries);
    }
}
