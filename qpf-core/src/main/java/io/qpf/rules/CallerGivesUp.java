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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
            if (wiring.type() == ConnectionType.API_CALL
                    && wiring.from() instanceof Wiring.End.Inside caller
                    && wiring.to() instanceof Wiring.End.Inside called) {
                for (Text name : wiring.names()) {
                    timeout(called.agent(), name)
                            .flatMap(it -> finding(subject, caller.agent(), called.agent(), name, it))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Diagnostic> finding(
            Subject subject, Agent caller, Agent called, Text name, Located<Integer> timeout) {
        String may = "`" + name + "` of " + called.name() + " may take " + timeout.value() + " ms, and ";
        Optional<Located<Integer>> budget = caller.schema().learning().decisionLatencyMaxMs();
        if (budget.isPresent() && timeout.value() > budget.get().value()) {
            return Optional.of(INFO.at(
                    name.span(),
                    may + caller.name() + " has " + budget.get().value() + " ms for a decision",
                    "give the operation a shorter timeout_ms, or the caller more time",
                    new Diagnostic.Related(timeout.span(), "the timeout of the operation")));
        }
        return longest(caller, subject.collection().wirings())
                .filter(it -> timeout.value() > it.timeoutMs().orElseThrow().value())
                .map(it -> {
                    Located<Integer> own = it.timeoutMs().orElseThrow();
                    return INFO.at(
                                    name.span(),
                                    may + "whatever calls it in " + caller.name() + " is given up after " + own.value()
                                            + " ms",
                                    "give the operation of " + called.name() + " `timeout_ms: " + own.value()
                                            + "` or less, or the endpoint " + it.name() + " of " + caller.name()
                                            + " more than " + timeout.value() + " ms",
                                    new Diagnostic.Related(timeout.span(), "the timeout of the operation"))
                            .with(new Diagnostic.Related(own.span(), "the timeout of " + it.name()));
                });
    }

    /** The endpoint that waits longest; empty if anything runs in the agent that no endpoint limits. */
    private static Optional<Endpoint> longest(Agent agent, List<Wiring> wirings) {
        List<Endpoint> endpoints = agent.schema().deployment().endpoints().stream()
                .filter(it -> it.timeoutMs().isPresent())
                .toList();
        boolean limited = running(agent, wirings)
                .allMatch(it -> endpoints.stream()
                        .anyMatch(endpoint -> endpoint.name().value().equals(it)));
        return endpoints.stream()
                .filter(it -> limited)
                .max(Comparator.comparing(it -> it.timeoutMs().orElseThrow().value()));
    }

    /** The operations of the agent, and the steps of its packets and events that name one or a wired name. */
    private static Stream<String> running(Agent agent, List<Wiring> wirings) {
        Set<String> known = new HashSet<>();
        DeclaredIds.operations(agent, wirings).forEach(it -> known.add(it.value()));
        List<String> operations = List.copyOf(known);
        wirings.forEach(wiring -> wiring.names().forEach(it -> known.add(it.value())));
        return Stream.concat(
                operations.stream(),
                DeclaredIds.reached(agent, wirings).stream().map(Text::value).filter(known::contains));
    }

    private static Optional<Located<Integer>> timeout(Agent agent, Text operation) {
        return agent.schema().deployment().endpoints().stream()
                .filter(it -> it.name().value().equals(operation.value()))
                .findFirst()
                .flatMap(Endpoint::timeoutMs);
    }
}
