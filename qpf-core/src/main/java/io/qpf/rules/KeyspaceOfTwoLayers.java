package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.MemoryLayer;
import java.util.ArrayList;
import java.util.List;

/** One layer expires what the other one keeps. */
final class KeyspaceOfTwoLayers implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-211", Severity.WARNING, "Two memory layers of an agent have one keyspace.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<MemoryLayer> layers = agent.schema().memory().layers().stream()
                    .filter(it -> it.keyspace().isPresent())
                    .toList();
            Twins.of(
                            layers,
                            it -> Stores.kind(it.storageType().value()) + " "
                                    + it.keyspace().orElseThrow().value().strip(),
                            it -> it.keyspace().orElseThrow().span())
                    .map(it -> INFO.at(
                            it.span(),
                            "the " + it.second().kind().word() + " and the "
                                    + it.first().kind().word() + " memory of " + agent.name() + " share a keyspace",
                            "name the layer in the keyspace, such as `" + Names.fold(agent.name()) + ":"
                                    + it.second().kind().word() + ":*`",
                            it.other("the other layer")))
                    .forEach(found::add);
        }
        return found;
    }
}
