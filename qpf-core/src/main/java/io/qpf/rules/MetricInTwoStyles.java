package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Policies;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.policy.Clause;
import io.qpf.policy.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One metric is compared in two units. */
final class MetricInTwoStyles implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-GOV-302", Severity.WARNING, "One metric is compared in two units.");

    private record Use(Condition.Comparison comparison, Clause clause) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Map<String, Use> first = new HashMap<>();
            uses(agent.policies()).forEach(use -> {
                Use before = first.putIfAbsent(use.comparison().metric(), use);
                if (before != null && !unit(before).equals(unit(use))) {
                    found.add(INFO.at(
                            use.clause().source().span(),
                            "`" + use.comparison().metric() + "` is compared " + style(use) + " here and "
                                    + style(before) + " elsewhere",
                            "write both limits in the unit of the metric",
                            new Diagnostic.Related(before.clause().source().span(), "compared " + style(before))));
                }
            });
        }
        return found;
    }

    private static String unit(Use use) {
        return use.comparison().limit().unit();
    }

    private static String style(Use use) {
        return switch (unit(use)) {
            case "" -> "with a plain number";
            case "ratio" -> "in per cent";
            case "s" -> "with a time";
            default -> "in " + unit(use);
        };
    }

    private static Stream<Use> uses(Policies policies) {
        return Stream.of(
                        policies.escalation().stream(),
                        policies.triggers().stream(),
                        policies.alerts().stream().map(Policies.Alert::clause),
                        policies.reward().stream(),
                        policies.penalty().stream())
                .flatMap(it -> it)
                .flatMap(MetricInTwoStyles::uses);
    }

    private static Stream<Use> uses(Clause clause) {
        return clause instanceof Clause.Compiled compiled
                ? comparisons(compiled.condition()).map(it -> new Use(it, clause))
                : Stream.empty();
    }

    private static Stream<Condition.Comparison> comparisons(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return Stream.of(comparison);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(MetricInTwoStyles::comparisons);
        }
        return condition instanceof Condition.AnyOf any
                ? any.parts().stream().flatMap(MetricInTwoStyles::comparisons)
                : Stream.empty();
    }
}
