package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;

/** Somebody to ask. Channels are a tuple. */
public record AnchorView(SchemaText name, SchemaText role, PyExpr channels) {
    public boolean hasRole() {
        return !role.raw().isEmpty();
    }
}
