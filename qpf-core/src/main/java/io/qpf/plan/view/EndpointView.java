package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;

/**
 * A route.
 *
 * @param auth None, "*" for any token, or a scope
 * @param scope a scope that a test's token carries
 * @param scoped whether a token without that scope is refused
 * @param builtin None or what the controller answers
 * @param samplePath the path with every parameter filled in
 * @param reads whether the payload travels in the query string
 */
public record EndpointView(
        SchemaText operation,
        PyIdentifier identifier,
        SchemaText method,
        SchemaText path,
        SchemaText samplePath,
        PyExpr auth,
        SchemaText scope,
        boolean guarded,
        boolean scoped,
        boolean builtIn,
        PyExpr builtin,
        boolean reads,
        boolean typed,
        boolean takesPayload,
        PyExpr request,
        PyExpr response,
        PyExpr sampleRequest,
        PyExpr sampleResponse,
        SchemaText summary) {
    /** Whether the schema says what the route is for. */
    public boolean described() {
        return !summary.raw().isEmpty();
    }
}
