package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * Domain code that the schema binds.
 *
 * @param more the modules that bind the operations for which this one has no room
 */
public record BindingsView(
        List<PyExpr> modules, List<OperationView> operations, List<StrategyView> strategies, List<PartView> more) {
    /** A bound strategy: its name, the variable that holds it and the expression that makes it. */
    public record StrategyView(SchemaText name, PyIdentifier variable, PyExpr target) {}

    public BindingsView {
        modules = List.copyOf(modules);
        operations = List.copyOf(operations);
        strategies = List.copyOf(strategies);
        more = List.copyOf(more);
    }

    public boolean hasAny() {
        return !operations.isEmpty() || !strategies.isEmpty();
    }

    public boolean hasOperations() {
        return !operations.isEmpty();
    }

    public boolean hasStrategies() {
        return !strategies.isEmpty();
    }
}
