package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** A typed request and response of an operation, or a named type that they use. */
public sealed interface Contract {
    Text name();

    /** A field and its type as written, such as {@code list[Candidate]}. */
    record Field(Text name, Text type) {}

    /** The contract of an operation. An absent side carries any JSON object. */
    record Operation(Text name, Optional<List<Field>> request, Optional<List<Field>> response) implements Contract {}

    /** A named type. */
    record Model(Text name, List<Field> fields) implements Contract {
        public Model {
            fields = List.copyOf(fields);
        }
    }
}
