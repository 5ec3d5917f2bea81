package io.qpf.plan;

import io.qpf.collection.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that an extraction will write.
 *
 * @param files sorted by path, each path once
 */
public record Plan(Collection collection, List<AgentPlan> agents, List<PlannedFile> files) {
    public Plan {
        agents = List.copyOf(agents);
        files = files.stream().sorted(Comparator.comparing(PlannedFile::path)).toList();
    }
}
