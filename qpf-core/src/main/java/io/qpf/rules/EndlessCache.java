package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.LayerKind;
import io.qpf.schema.MemoryLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cache that only grows. */
final class EndlessCache implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-PRF-005", Severity.INFO, "The working memory of an agent forgets nothing.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<MemoryLayer> working = agent.schema().memory().layer(LayerKind.WORKING);
            if (working.isPresent()
                    && working.get().ttlSeconds().isEmpty()
                    && working.get().retention().isEmpty()) {
                found.add(INFO.at(
                        working.get().storageType().span(),
                        "nothing ever leaves the working memory of " + agent.name(),
                        "say how long an entry lives, such as `ttl_hours: 2`"));
            }
        }
        return found;
    }
}
