package io.qpf.plan.document;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.OperationPlan;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import java.util.List;
import java.util.Optional;

/**
 * An operation, where it lives and what stands behind it.
 *
 * @param host the module that carries it, relative to the agent's folder where it lies there
 * @param bound the {@code module:callable} behind it
 * @param example a {@code module:callable} that could stand behind it
 * @param builtin what the controller answers in its place
 * @param request the fields of a typed request
 */
public record OperationFacts(
        SchemaText name,
        SchemaText host,
        Optional<SchemaText> bound,
        PyExpr example,
        Optional<SchemaText> builtin,
        Optional<SchemaText> audit,
        Optional<Group<FieldFacts>> request,
        Optional<Group<FieldFacts>> response) {
    static OperationFacts of(OperationPlan plan, AgentPlan agent, String root) {
        return new OperationFacts(
                SchemaText.of(plan.name()),
                SchemaText.of(Paths.below(agent.agent().packagePath(), plan.host())),
                plan.binding().map(it -> Show.text(it.target())),
                example(plan.name(), agent, root),
                plan.builtin().map(SchemaText::of),
                plan.audit().map(SchemaText::of),
                plan.contract().flatMap(Contract.Operation::request).map(OperationFacts::fields),
                plan.contract().flatMap(Contract.Operation::response).map(OperationFacts::fields));
    }

    /** A target that people may take as it is, once they have written the function. */
    static PyExpr example(String name, AgentPlan agent, String root) {
        String module = PyIdentifier.snake(root).text() + "_domain."
                + PyIdentifier.snake(agent.agent().name());
        return PyExpr.code(module + ":" + PyIdentifier.snake(name));
    }

    private static Group<FieldFacts> fields(List<Contract.Field> fields) {
        return Group.of(fields, FieldFacts::of);
    }

    public boolean typed() {
        return request.isPresent() || response.isPresent();
    }

    /** Answers 501 until code is bound. */
    public boolean unbound() {
        return bound.isEmpty() && builtin.isEmpty();
    }
}
