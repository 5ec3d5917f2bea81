package io.qpf.rules;

import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Glue;
import io.qpf.source.Located;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last tries of a call come after its caller has given up. */
final class PatientRetries implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-PRF-003", Severity.WARNING, "Retries go on for longer than the caller can wait.");

    private static final int MOST = 100;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        Optional<Glue> glue = subject.collection().glue();
        Optional<Glue.RetryPolicy> policy = glue.flatMap(Glue::retryPolicy);
        List<Diagnostic> found = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Wiring wiring : subject.collection().wirings()) {
            if (policy.isPresent()
                    && wiring.type() == ConnectionType.API_CALL
                    && wiring.from() instanceof Wiring.End.Inside caller
                    && seen.add(caller.agent().order())) {
                Optional<Located<Integer>> budget =
                        caller.agent().schema().learning().decisionLatencyMaxMs();
                long pauses = pauses(policy.get());
                if (budget.isPresent() && pauses > budget.get().value()) {
                    found.add(INFO.at(
                            KeyPlace.of(whole(glue.orElseThrow().source()), "retry_policy"),
                            "the pauses between retries last " + pauses + " ms, and " + caller.name() + " has "
                                    + budget.get().value() + " ms for a decision",
                            "retry less often, or begin with a shorter initial_delay_ms",
                            new Diagnostic.Related(budget.get().span(), "the time of " + caller.name())));
                }
            }
        }
        return found;
    }

    private static Span whole(SourceFile file) {
        int last = (int) file.text().lines().count();
        return new Span(file, Position.START, new Position(Math.max(1, last), 1));
    }

    private static long pauses(Glue.RetryPolicy policy) {
        double pause = policy.initialDelayMs();
        double sum = 0;
        for (int retry = 0; retry < Math.min(MOST, policy.maxRetries()); retry++) {
            sum += pause;
            pause *= policy.backoffMultiplier();
        }
        return Math.round(sum);
    }
}
