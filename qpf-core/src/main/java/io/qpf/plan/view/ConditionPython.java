package io.qpf.plan.view;

import io.qpf.policy.Condition;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import java.util.List;
import java.util.Map;

/** Conditions as expressions over the foundation's {@code core.governance}. */
final class ConditionPython {
    private ConditionPython() {}

    static PyExpr of(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof Condition.Event event) {
            return PyExpr.call(PyExpr.dotted("Event"), PyExpr.string(event.name()));
        }
        if (condition instanceof Condition.All all) {
            return joined("All", all.parts());
        }
        Condition.AnyOf any = (Condition.AnyOf) condition;
        return joined("AnyOf", any.parts());
    }

    private static PyExpr comparison(Condition.Comparison comparison) {
        PyExpr callee = PyExpr.dotted(
                switch (comparison.operator()) {
                    case ABOVE -> "Above";
                    case AT_LEAST -> "AtLeast";
                    case BELOW -> "Below";
                    case AT_MOST -> "AtMost";
                    case EQUAL -> "Equal";
                    case NOT_EQUAL -> "NotEqual";
                });
        List<PyExpr> arguments = List.of(
                PyExpr.string(comparison.metric()),
                PyExpr.decimal(comparison.limit().value()));
        Map<PyIdentifier, PyExpr> keywords = comparison.limit().unit().isEmpty()
                ? Map.of()
                : Map.of(
                        new PyIdentifier("unit"),
                        PyExpr.string(comparison.limit().unit()));
        return PyExpr.call(callee, arguments, keywords);
    }

    private static PyExpr joined(String callee, List<Condition> parts) {
        return PyExpr.call(
                PyExpr.dotted(callee), parts.stream().map(ConditionPython::of).toList(), Map.of());
    }
}
