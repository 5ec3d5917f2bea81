package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.policy.Identifiers;
import io.qpf.schema.ConnectionType;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A subscription waits for an event that nobody raises. */
final class UnpublishedEvent implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-208", Severity.WARNING, "An agent observes an event that the other one does not publish.");

    private static final int NEAR = 2;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            Optional<Agent> publisher = publisher(wiring);
            if (publisher.isPresent()) {
                List<String> known = events(publisher.get());
                for (Text event : wiring.names()) {
                    if (!known.contains(Identifiers.snake(event.value()))) {
                        near(publisher.get(), event, known).ifPresent(found::add);
                    }
                }
            }
        }
        return found;
    }

    private static Optional<Agent> publisher(Wiring wiring) {
        boolean events = wiring.type() == ConnectionType.EVENT_OBSERVE
                && wiring.observer().isPresent();
        if (!events) {
            return Optional.empty();
        }
        Wiring.End end = wiring.observer().get().equals(wiring.from()) ? wiring.to() : wiring.from();
        return end instanceof Wiring.End.Inside inside ? Optional.of(inside.agent()) : Optional.empty();
    }

    /** What a schema itself calls an event: what it audits, raises and escalates. */
    private static List<String> events(Agent agent) {
        return Stream.of(
                        agent.schema().governance().auditScope(),
                        agent.schema().learning().escalationTriggers(),
                        agent.schema().learning().feedbackChannels())
                .flatMap(List::stream)
                .map(it -> Identifiers.snake(it.value()))
                .toList();
    }

    /** The glue may declare events of its own, so that only one that looks like a slip is a finding. */
    private static Optional<Diagnostic> near(Agent publisher, Text event, List<String> known) {
        return Suggest.nearest(event.value(), known.stream(), NEAR)
                .map(it -> INFO.at(
                        event.span(),
                        publisher.name() + " publishes no event `" + event + "`",
                        "did you mean `" + it + "`? Otherwise add it to governance.auditscope of " + publisher.name()));
    }
}
