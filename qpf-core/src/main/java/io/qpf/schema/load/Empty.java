package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.source.Span;
import java.util.List;

/** A mapping that nobody wrote. */
final class Empty {
    private Empty() {}

    static Datum.Mapping mapping(Span span) {
        return new Datum.Mapping(List.of(), span);
    }
}
