package io.qpf.schema.load;

import io.qpf.schema.Contract;
import io.qpf.schema.Contract.Field;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code contracts}: the request and response of an operation, or a named type. */
final class ContractsReader {
    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

    private ContractsReader() {}

    static List<Contract> read(Fields section) {
        List<Contract> contracts = new ArrayList<>();
        for (Entry entry : section.entries()) {
            if (section.datum(entry.key().value()).isPresent()) {
                contracts.add(contract(entry.key(), section.child(entry.key().value())));
            } else {
                contracts.add(new Contract.Model(entry.key(), List.of()));
            }
        }
        return contracts;
    }

    private static Contract contract(Text name, Fields fields) {
        boolean operation = isSide(fields, REQUEST) || isSide(fields, RESPONSE);
        return operation
                ? new Contract.Operation(name, side(fields, REQUEST), side(fields, RESPONSE))
                : new Contract.Model(name, types(fields));
    }

    /** A model may have a field called request, whose type is a text. */
    private static boolean isSide(Fields fields, String key) {
        return fields.entry(key)
                .filter(it -> !(it.value() instanceof Datum.Scalar))
                .isPresent();
    }

    private static Optional<List<Field>> side(Fields fields, String key) {
        return fields.datum(key).map(it -> types(fields.child(key)));
    }

    private static List<Field> types(Fields fields) {
        List<Field> types = new ArrayList<>();
        for (Entry entry : fields.entries()) {
            fields.required(entry.key().value(), "Give the field a type, such as str or \"list[float]\".")
                    .ifPresent(it -> types.add(new Field(entry.key(), it)));
        }
        return types;
    }
}
