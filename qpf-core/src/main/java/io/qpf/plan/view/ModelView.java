package io.qpf.plan.view;

import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import java.util.List;

/** A model of a contract. */
public record ModelView(PyIdentifier className, SchemaText summary, List<FieldView> fields) {
    public ModelView {
        fields = List.copyOf(fields);
    }

    public boolean hasFields() {
        return !fields.isEmpty();
    }
}
