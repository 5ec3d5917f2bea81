package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.SharedConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An agent keeps its memory where nobody else looks. */
final class MemorySilo implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-211",
            Severity.WARNING,
            "A memory layer stands in a backend that the shared configuration does not know.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<SharedConfiguration.Backend> backends = subject.collection().backends();
        List<Diagnostic> found = new ArrayList<>();
        if (backends.isEmpty()) {
            return found;
        }
        Set<String> known = new TreeSet<>();
        backends.forEach(it -> known.add(Stores.kind(it.name().value())));
        for (Agent agent : subject.agents()) {
            for (MemoryLayer layer : agent.schema().memory().layers()) {
                String kind = Stores.kind(layer.storageType().value());
                if (!known.contains(kind)) {
                    found.add(INFO.at(
                            layer.storageType().span(),
                            "the " + layer.kind().word() + " memory of " + agent.name() + " is in "
                                    + layer.storageType() + ", which is no shared backend",
                            "add it under memory_backends in the map, or use one of " + String.join(", ", known)));
                }
            }
        }
        return found;
    }
}
