package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Endpoint;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The caller gives up before the answer comes. */
final class CallerGivesUp implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-PRF-002", Severity.WARNING, "A called operation may take longer than its caller has.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            boolean call = wiring.type() == ConnectionType.API_CALL;
            if (call
                    && wiring.from() instanceof Wiring.End.Inside caller
                    && wiring.to() instanceof Wiring.End.Inside called) {
                Optional<Located<Integer>> budget =
                        caller.agent().schema().learning().decisionLatencyMaxMs();
                for (Text name : wiring.names()) {
                    Optional<Located<Integer>> timeout = timeout(called.agent(), name);
                    if (budget.isPresent()
                            && timeout.isPresent()
                            && timeout.get().value() > budget.get().value()) {
                        found.add(INFO.at(
                                name.span(),
                                "`" + name + "` of " + called.name() + " may take "
                                        + timeout.get().value() + " ms, and " + caller.name() + " has "
                                        + budget.get().value() + " ms for a decision",
                                "give the operation a shorter timeout_ms, or the caller more time",
                                new Diagnostic.Related(timeout.get().span(), "the timeout of the operation")));
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Located<Integer>> timeout(Agent agent, Text operation) {
        return agent.schema().deployment().endpoints().stream()
                .filter(it -> it.name().value().equals(operation.value()))
                .findFirst()
                .flatMap(Endpoint::timeoutMs);
    }
}
