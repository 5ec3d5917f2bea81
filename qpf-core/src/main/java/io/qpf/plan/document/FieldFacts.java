package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;

/** A field of a contract and its type as the schema writes it. */
public record FieldFacts(SchemaText name, SchemaText type) {
    static FieldFacts of(Contract.Field field) {
        return new FieldFacts(Show.text(field.name()), Show.text(field.type()));
    }
}
