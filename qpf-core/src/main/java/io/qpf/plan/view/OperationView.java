package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * An operation.
 *
 * @param method its name as a method
 * @param constant the name of its specification
 * @param runner the private attribute that dispatches it
 * @param code the name of the protocol that its domain code must fit
 * @param keywords the name of what that code is given, where one signature would have too many parameters
 * @param timeoutMs a number or None
 * @param typed whether a contract types it
 * @param takesPayload whether the domain code takes one mapping instead of the request's fields
 * @param contractImports the models that stand in the agent's contracts module
 * @param contracts the dotted name of that module
 * @param target the bound callable, or None
 * @param sampleRequest a JSON object that the contract admits
 * @param sampleResponse likewise
 * @param declaredElsewhere whether its specification stands in its host's module, so that a client imports it
 */
public record OperationView(
        SchemaText name,
        PyIdentifier method,
        PyIdentifier constant,
        PyIdentifier runner,
        PyIdentifier code,
        PyIdentifier keywords,
        PyExpr timeoutMs,
        boolean timed,
        boolean typed,
        boolean takesPayload,
        PyExpr request,
        PyExpr response,
        List<PyIdentifier> contractImports,
        List<FieldView> requestFields,
        PyExpr sampleRequest,
        PyExpr sampleResponse,
        PartView host,
        PyExpr contracts,
        PyExpr target,
        boolean bound,
        boolean declaredElsewhere) {
    private static final int MOST = 5;

    public OperationView {
        contractImports = List.copyOf(contractImports);
        requestFields = List.copyOf(requestFields);
    }

    public boolean untyped() {
        return !typed;
    }

    /** Whether the fields of the request are more than pylint takes for parameters. */
    public boolean hasManyFields() {
        return requestFields.size() > MOST;
    }

    public boolean hasFewFields() {
        return !hasManyFields();
    }

    public boolean hasRequestFields() {
        return !requestFields.isEmpty();
    }
}
