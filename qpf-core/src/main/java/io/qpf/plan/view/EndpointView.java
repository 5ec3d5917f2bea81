package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;

/** A route. Auth is None, "*" for any token, or a scope; builtin is None or what the controller answers. */
public record EndpointView(
        SchemaText operation,
        PyIdentifier identifier,
        SchemaText method,
        SchemaText path,
        PyExpr auth,
        boolean guarded,
        boolean builtIn,
        PyExpr builtin,
        PyExpr request,
        PyExpr response,
        PyExpr sampleRequest,
        SchemaText summary) {}
