package io.qpf.gates.report;

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

    /** What to do, collection by collection. */
    public List<String> todo() {
        return collections.stream().flatMap(it -> it.todo().stream()).toList();
    }
}
