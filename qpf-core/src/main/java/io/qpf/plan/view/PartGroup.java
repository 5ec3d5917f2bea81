package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import java.util.List;

/** Some of an agent's parts: no more than one function can make. */
public record PartGroup(PyExpr number, List<PartView> parts) {
    public PartGroup {
        parts = List.copyOf(parts);
    }
}
