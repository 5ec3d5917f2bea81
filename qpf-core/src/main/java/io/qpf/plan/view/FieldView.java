package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;

/**
 * A field of a contract.
 *
 * @param name its name in Python
 * @param wire its name in JSON
 * @param aliased whether the two differ
 */
public record FieldView(PyIdentifier name, SchemaText wire, boolean aliased, PyExpr type) {}
