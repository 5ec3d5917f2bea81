package io.qpf.plan.view;

import io.qpf.policy.Condition;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A moment that a condition is tried on: metrics and events. */
record Evaluation(Map<String, BigDecimal> metrics, Set<String> events) {
    Evaluation {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        events = Collections.unmodifiableSet(new TreeSet<>(events));
    }

    /** The same rules as the foundation's: a missing metric never holds. */
    boolean satisfies(Condition condition) {
        if (condition instanceof Condition.Comparison it) {
            return compares(it);
        }
        if (condition instanceof Condition.Event it) {
            return events.contains(it.name());
        }
        if (condition instanceof Condition.All it) {
            return it.parts().stream().allMatch(this::satisfies);
        }
        Condition.AnyOf it = (Condition.AnyOf) condition;
        return it.parts().stream().anyMatch(this::satisfies);
    }

    private boolean compares(Condition.Comparison comparison) {
        Optional<BigDecimal> value = Optional.ofNullable(metrics.get(comparison.metric()));
        return value.map(it -> it.compareTo(comparison.limit().value()))
                .filter(sign -> switch (comparison.operator()) {
                    case ABOVE -> sign > 0;
                    case AT_LEAST -> sign >= 0;
                    case BELOW -> sign < 0;
                    case AT_MOST -> sign <= 0;
                    case EQUAL -> sign == 0;
                    case NOT_EQUAL -> sign != 0;
                })
                .isPresent();
    }

    Evaluation with(String metric, BigDecimal value) {
        Map<String, BigDecimal> changed = new TreeMap<>(metrics);
        changed.put(metric, value);
        return new Evaluation(changed, events);
    }

    Evaluation without(String event) {
        Set<String> changed = new TreeSet<>(events);
        changed.remove(event);
        return new Evaluation(metrics, changed);
    }

    PyExpr python() {
        Map<PyExpr, PyExpr> values = new LinkedHashMap<>();
        metrics.forEach((metric, value) -> values.put(PyExpr.string(metric), PyExpr.decimal(value)));
        List<PyExpr> arguments = values.isEmpty() ? List.of() : List.of(PyExpr.dict(values));
        List<PyExpr> names = events.stream().map(PyExpr::string).toList();
        Map<PyIdentifier, PyExpr> keywords = names.isEmpty()
                ? Map.of()
                : Map.of(new PyIdentifier("events"), PyExpr.call(PyExpr.dotted("frozenset"), PyExpr.set(names)));
        return PyExpr.call(PyExpr.dotted("Reading"), arguments, keywords);
    }
}
