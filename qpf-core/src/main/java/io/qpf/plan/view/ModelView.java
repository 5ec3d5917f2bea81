package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/**
 * A model of a contract.
 *
 * @param forward whether it names a type that stands further down
 * @param contracts the dotted name of the module that it stands in
 */
public record ModelView(
        PyIdentifier className, SchemaText summary, List<FieldView> fields, boolean forward, PyExpr contracts) {
    public ModelView {
        fields = List.copyOf(fields);
    }

    public boolean hasFields() {
        return !fields.isEmpty();
    }
}
