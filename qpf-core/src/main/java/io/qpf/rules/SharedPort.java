package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Located;
import io.qpf.source.Span;
import java.util.Comparator;
import java.util.List;

/** Two agents listen on one port. */
final class SharedPort implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-202", Severity.ERROR, "Two agents listen on one port.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Agent> givenLast = subject.agents().stream()
                .sorted(Comparator.comparing(
                        it -> it.schema().deployment().port().isPresent()))
                .toList();
        return Twins.of(givenLast, it -> Integer.toString(it.port()), SharedPort::place)
                .map(it -> INFO.at(
                        it.span(),
                        it.second().name() + " and " + it.first().name() + " listen on port "
                                + it.second().port(),
                        "give one of them another port",
                        it.other("the deployment of " + it.first().name())))
                .toList();
    }

    private static Span place(Agent agent) {
        return agent.schema()
                .deployment()
                .port()
                .map(Located::span)
                .orElse(agent.schema().deployment().span());
    }
}
