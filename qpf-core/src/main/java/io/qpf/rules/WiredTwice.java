package io.qpf.rules;

import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/** A second wiring adds nothing, or was to be another one. */
final class WiredTwice implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-215", Severity.WARNING, "Two wirings say the same.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Strand> strands = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            wiring.names().forEach(it -> strands.add(new Strand(wiring, it)));
        }
        return Twins.of(strands, Strand::key, it -> it.name().span())
                .map(it -> INFO.at(
                        it.span(),
                        "`" + it.second().name() + "` is wired from "
                                + it.second().wiring().from().name() + " to "
                                + it.second().wiring().to().name() + " twice",
                        "remove one of the two, or name what was meant",
                        it.other("wired here first")))
                .toList();
    }

    /** One method, packet or event of a wiring. */
    private record Strand(Wiring wiring, Text name) {
        String key() {
            return wiring.type() + "|" + wiring.from().name() + "|"
                    + wiring.to().name() + "|" + name;
        }
    }
}
