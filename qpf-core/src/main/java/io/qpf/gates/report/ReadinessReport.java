package io.qpf.gates.report;

import io.qpf.gates.Advice;
import io.qpf.gates.Readiness;
import java.util.List;

/**
 * What a build has to say of all its collections.
 *
 * @param version of QPF
 * @param output the output folder, as messages name it
 */
public record ReadinessReport(String version, String output, List<Readiness> collections) {
    public ReadinessReport {
        collections = List.copyOf(collections);
    }

    public boolean passed() {
        return collections.stream().allMatch(Readiness::passed);
    }

    public boolean deploymentReady() {
        return collections.stream().allMatch(Readiness::deploymentReady);
    }

    /** What is declared and served by no code, agent by agent; it keeps nobody from being ready. */
    public List<String> advice() {
        return collections.stream()
                .flatMap(it -> Advice.of(it.agents()).stream())
                .toList();
    }

    /** What to do, collection by collection. */
    public List<String> todo() {
        return collections.stream().flatMap(it -> it.todo().stream()).toList();
    }
}
