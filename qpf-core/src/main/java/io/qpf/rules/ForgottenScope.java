package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.Retention;
import io.qpf.source.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scope asks for data that retention has purged. */
final class ForgottenScope implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-219", Severity.WARNING, "An agent reasons over a longer time than it remembers.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Optional<Located<Integer>> scope = agent.schema().reasoning().scopeDays();
            long longest = longest(agent);
            if (scope.isPresent() && longest < scope.get().value()) {
                found.add(INFO.at(
                        scope.get().span(),
                        agent.name() + " reasons over " + scope.get().value() + " days, and remembers " + longest
                                + " days at the most",
                        "shorten the temporal scope, or keep one memory layer for as long"));
            }
        }
        return found;
    }

    /** The days that the most patient layer keeps its entries; without end if none says. */
    private static long longest(Agent agent) {
        long longest = -1;
        for (MemoryLayer layer : agent.schema().memory().layers()) {
            if (layer.retention().isPresent()) {
                longest = Math.max(longest, days(layer.retention().get().value()));
            }
        }
        return longest < 0 ? Long.MAX_VALUE : longest;
    }

    private static long days(Retention retention) {
        return retention instanceof Retention.For time ? time.days() + 31L * time.months() : Long.MAX_VALUE;
    }
}
