package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * A compiled condition.
 *
 * @param words the author's words, of each place that asks for the condition
 * @param boundaries readings just before and just behind each boundary
 */
public record TriggerView(SchemaText name, List<SchemaText> words, PyExpr condition, List<BoundaryView> boundaries) {
    public TriggerView {
        words = List.copyOf(words);
        boundaries = List.copyOf(boundaries);
    }
}
