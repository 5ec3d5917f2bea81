package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * A compiled condition.
 *
 * @param words the author's words
 * @param boundaries readings just before and just behind each boundary
 */
public record TriggerView(SchemaText name, SchemaText words, PyExpr condition, List<BoundaryView> boundaries) {
    public TriggerView {
        boundaries = List.copyOf(boundaries);
    }
}
