package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.MemoryLayer;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two agents overwrite what the other one remembers. */
final class SharedKeyspace implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-210", Severity.ERROR, "Two agents keep their memory in one keyspace.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, Place> taken = new HashMap<>();
        for (Agent agent : subject.agents()) {
            for (MemoryLayer layer : agent.schema().memory().layers()) {
                Optional<Text> keyspace = layer.keyspace();
                if (keyspace.isPresent()) {
                    Place place = new Place(agent, keyspace.get());
                    Place first = taken.putIfAbsent(key(layer, keyspace.get()), place);
                    if (first != null && first.agent().order() != agent.order()) {
                        found.add(INFO.at(
                                keyspace.get().span(),
                                agent.name() + " and " + first.agent().name() + " both keep their memory under "
                                        + keyspace.get(),
                                "begin the keyspace with the name of the agent",
                                new Diagnostic.Related(first.keyspace().span(), "the other one")));
                    }
                }
            }
        }
        return found;
    }

    private static String key(MemoryLayer layer, Text keyspace) {
        return Stores.kind(layer.storageType().value()) + " " + keyspace.value().strip();
    }

    private record Place(Agent agent, Text keyspace) {}
}
