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
 * @param timeoutMs a number or None
 * @param audit the audited action or None
 * @param typed whether a contract types it
 * @param requestArguments the fields of the request as keyword parameters with types, for a typed operation
 * @param sampleRequest a JSON object that the contract admits
 * @param sampleResponse likewise
 */
public record OperationView(
        SchemaText name,
        PyIdentifier method,
        PyIdentifier constant,
        PyIdentifier runner,
        PyExpr timeoutMs,
        boolean timed,
        PyExpr audit,
        boolean audited,
        boolean typed,
        PyExpr request,
        PyExpr response,
        List<FieldView> requestFields,
        PyExpr sampleRequest,
        PyExpr sampleResponse,
        PartView host,
        PyExpr contracts,
        PyExpr target,
        boolean bound) {
    public OperationView {
        requestFields = List.copyOf(requestFields);
    }

    public boolean untyped() {
        return !typed;
    }

    public boolean hasRequestFields() {
        return !requestFields.isEmpty();
    }
}
