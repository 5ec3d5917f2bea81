package io.qpf.gates.report;

import io.qpf.gates.Criterion;
import io.qpf.gates.Evidence;
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

    /** The file of a finding from the project's folder: what was extracted lies below the output folder, the map does not. */
    String path(Readiness readiness, Evidence evidence) {
        boolean isOfMap = readiness.criteria().stream().map(Criterion::file).anyMatch(evidence.file()::equals);
        return isOfMap || output.isEmpty() || output.equals(".") ? evidence.file() : output + "/" + evidence.file();
    }
}
