package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.AgentNames;
import io.qpf.collection.Paths;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent connects to another without a wiring. */
final class ImplicitWiring implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-203", Severity.WARNING, "An agent connects to another one without a wiring.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            boolean broken = subject.hasBrokenWiring(agent);
            for (Text written : agent.schema().integration().connectTo()) {
                target(subject, written)
                        .filter(it -> !broken && it.order() != agent.order() && !isWired(subject, agent, it))
                        .ifPresent(it -> found.add(INFO.at(
                                written.span(),
                                agent.name() + " connects to " + it.name() + ", but no wiring joins them",
                                "add a wiring to the glue, or remove the entry")));
            }
        }
        return found;
    }

    private static Optional<Agent> target(Subject subject, Text written) {
        String path = Paths.clean(written.value());
        Optional<Agent> owner = subject.agents().stream()
                .filter(it -> path.equals(it.packagePath())
                        || Paths.below(it.packagePath(), path).isPresent())
                .findFirst();
        return owner.isPresent() || path.contains("/") ? owner : named(subject, written);
    }

    private static Optional<Agent> named(Subject subject, Text written) {
        return subject.names().find(written.value()) instanceof AgentNames.Match.Found found && !found.guessed()
                ? subject.agents().stream()
                        .filter(it -> it.schema()
                                .source()
                                .path()
                                .equals(found.agent().source().path()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isWired(Subject subject, Agent one, Agent other) {
        return subject.collection().wirings().stream()
                .anyMatch(it -> (isEnd(it.from(), one) && isEnd(it.to(), other))
                        || (isEnd(it.from(), other) && isEnd(it.to(), one)));
    }

    private static boolean isEnd(Wiring.End end, Agent agent) {
        return end instanceof Wiring.End.Inside inside && inside.agent().order() == agent.order();
    }
}
