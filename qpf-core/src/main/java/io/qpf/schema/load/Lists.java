package io.qpf.schema.load;

import io.qpf.schema.Datum;
import java.util.List;

/** A single value as the list of one that it is an item of. */
final class Lists {
    private Lists() {}

    static Datum of(Datum item) {
        return new Datum.Sequence(List.of(item), item.span());
    }
}
