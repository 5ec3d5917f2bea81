package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Glue.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells who listens: the map's soft edge says it; without one it is the agent that the wiring starts from, unless the
 * import path is a subscriber module of the other.
 */
final class Observers {
    /** {@code observer ->> observed}, by the paths of their schemas. */
    record Soft(String observer, String observed) {
        static Soft of(AgentSchema observer, AgentSchema observed) {
            return new Soft(observer.source().path(), observed.source().path());
        }

        boolean joins(AgentSchema one, AgentSchema other) {
            return observer.equals(one.source().path())
                    && observed.equals(other.source().path());
        }
    }

    private final List<Soft> edges;
    private final List<Diagnostic> findings;

    Observers(List<Soft> edges, List<Diagnostic> findings) {
        this.edges = edges;
        this.findings = findings;
    }

    Wiring.End observer(Wire wire, Wiring.End from, Wiring.End to, Optional<ImportPaths.Module> module) {
        boolean said = edge(from, to);
        boolean saidOtherwise = edge(to, from);
        boolean reversed = said == saidOtherwise ? isSubscriber(to, module) : saidOtherwise;
        if (reversed) {
            findings.add(LinkRule.ROLES_REVERSED.at(
                    wire.span(),
                    to.name() + " observes " + from.name() + " in this wiring, "
                            + (saidOtherwise ? "as the map's graph says" : "as its subscriber module says"),
                    "write the observer as from_agent, if you like all wirings to read the same way"));
        }
        return reversed ? to : from;
    }

    private boolean edge(Wiring.End observer, Wiring.End observed) {
        return observer instanceof Wiring.End.Inside one
                && observed instanceof Wiring.End.Inside other
                && edges.stream()
                        .anyMatch(it ->
                                it.joins(one.agent().schema(), other.agent().schema()));
    }

    private static boolean isSubscriber(Wiring.End end, Optional<ImportPaths.Module> module) {
        boolean owned = end instanceof Wiring.End.Inside inside
                && module.flatMap(ImportPaths.Module::owner)
                        .filter(it -> it.order() == inside.agent().order())
                        .isPresent();
        return owned
                && module.flatMap(ImportPaths.Module::path)
                        .map(it -> it.substring(it.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                        .filter(it -> it.contains("subscriber") || it.contains("observer") || it.contains("listener"))
                        .isPresent();
    }
}
