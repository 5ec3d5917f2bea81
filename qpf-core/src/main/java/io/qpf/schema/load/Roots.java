package io.qpf.schema.load;

import io.qpf.schema.Datum;
import java.util.Optional;

/** What every file must be at its top. */
final class Roots {
    private Roots() {}

    static Optional<Datum.Mapping> mapping(Datum datum, String what, Findings findings) {
        if (datum instanceof Datum.Mapping mapping) {
            return Optional.of(mapping);
        }
        findings.add(
                LoadRule.WRONG_TYPE,
                datum.span(),
                "The file should be " + what + ", and is " + Words.of(datum),
                "Begin it with a key at the start of a line, such as `title: ...`.");
        return Optional.empty();
    }
}
