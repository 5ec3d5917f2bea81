package io.qpf.plan.view;

import io.qpf.policy.Condition;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A moment at which every leaf of a conjunction holds, where there is one. */
final class Satisfaction {
    private Satisfaction() {}

    /** The smallest step that a number shows: a tenth of its last digit, or what Python's floats can tell apart there. */
    static BigDecimal step(BigDecimal limit) {
        BigDecimal shown = BigDecimal.ONE.movePointLeft(Math.max(limit.scale(), 0) + 1);
        double told = 2 * Math.ulp(limit.doubleValue());
        if (shown.doubleValue() >= told || Double.isInfinite(told)) {
            return shown;
        }
        BigDecimal exact = new BigDecimal(told);
        return BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale());
    }

    static Evaluation of(List<Condition> leaves) {
        Map<String, BigDecimal> metrics = new TreeMap<>();
        Set<String> events = new LinkedHashSet<>();
        for (Condition leaf : leaves) {
            if (leaf instanceof Condition.Event event) {
                events.add(event.name());
            } else if (leaf instanceof Condition.Comparison comparison) {
                metrics.computeIfAbsent(comparison.metric(), metric -> value(metric, leaves));
            }
        }
        return new Evaluation(metrics, events);
    }

    /** The first candidate near one of the metric's limits that all comparisons of the metric admit. */
    private static BigDecimal value(String metric, List<Condition> leaves) {
        List<Condition.Comparison> comparisons = leaves.stream()
                .filter(Condition.Comparison.class::isInstance)
                .map(Condition.Comparison.class::cast)
                .filter(it -> it.metric().equals(metric))
                .toList();
        return comparisons.stream()
                .flatMap(it -> near(it.limit().value()))
                .filter(candidate -> comparisons.stream()
                        .allMatch(it -> new Evaluation(Map.of(metric, candidate), Set.of()).satisfies(it)))
                .findFirst()
                .orElse(comparisons.get(0).limit().value());
    }

    private static Stream<BigDecimal> near(BigDecimal limit) {
        BigDecimal step = step(limit);
        return Stream.of(limit.add(step), limit.subtract(step), limit);
    }
}
