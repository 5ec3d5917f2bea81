package io.qpf.plan.view;

import io.qpf.policy.Clause;
import io.qpf.policy.Condition;
import io.qpf.python.SchemaText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiled clauses as triggers; prose has none. */
final class TriggerViews {
    private TriggerViews() {}

    /** The triggers of several texts, those of one name and condition once; a name that returns gets a number. */
    static List<TriggerView> of(List<Clause> clauses) {
        Map<String, Condition> known = new LinkedHashMap<>();
        List<TriggerView> views = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause instanceof Clause.Compiled compiled) {
                String name = compiled.name();
                for (int number = 2; differs(known, name, compiled.condition()); number++) {
                    name = compiled.name() + "_" + number;
                }
                if (!known.containsKey(name)) {
                    known.put(name, compiled.condition());
                    views.add(view(name, compiled));
                }
            }
        }
        return List.copyOf(views);
    }

    private static boolean differs(Map<String, Condition> known, String name, Condition condition) {
        return known.containsKey(name) && !known.get(name).equals(condition);
    }

    private static TriggerView view(String name, Clause.Compiled clause) {
        List<BoundaryView> boundaries = new ArrayList<>();
        for (Boundaries.Pair pair : Boundaries.of(clause.condition())) {
            boundaries.add(new BoundaryView(
                    SchemaText.of(name),
                    SchemaText.of(name + ": " + pair.leaf()),
                    pair.quiet().python(),
                    pair.alarming().python()));
        }
        return new TriggerView(
                SchemaText.of(name),
                SchemaText.of(clause.source().value()),
                ConditionPython.of(clause.condition()),
                boundaries);
    }
}
