package io.qpf.policy;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives conditions names made of their metrics and events. */
final class ClauseNames {
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** A name that nobody has yet. */
    String take(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    static String of(Condition condition) {
        Set<String> subjects = new LinkedHashSet<>();
        collect(condition, subjects);
        String joiner = condition instanceof Condition.AnyOf ? "_or_" : "_and_";
        String name = String.join(joiner, subjects);
        if (name.length() <= LONGEST || subjects.size() == 1) {
            return name;
        }
        return subjects.iterator().next() + joiner + (subjects.size() - 1) + "_more";
    }

    private static void collect(Condition condition, Set<String> subjects) {
        if (condition instanceof Condition.Comparison comparison) {
            subjects.add(comparison.metric());
        } else if (condition instanceof Condition.Event event) {
            subjects.add(event.name());
        } else {
            List<Condition> parts = Conditions.parts(condition);
            parts.forEach(part -> collect(part, subjects));
        }
    }
}
