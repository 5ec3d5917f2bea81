package io.qpf.gates.measure;

import io.qpf.plan.Plan;
import io.qpf.plan.PlannedFile;
import io.qpf.source.ProjectFolder;
import io.qpf.write.WriteReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured: one collection as it lies on disk, beside what was planned.
 *
 * @param tree the folder that holds the root package
 * @param folder the same below the output folder, with forward slashes; empty for the output folder itself
 * @param report the whole output against its plans
 * @param place how messages name the folder of the map
 * @param project the folder that reports name files relative to
 * @param domain where people's own code lies, of which the tree has a copy; need not exist
 * @param domainTests people's own tests of their domain code, if there are any
 */
public record Subject(
        Path tree,
        String folder,
        Plan plan,
        WriteReport report,
        String place,
        ProjectFolder project,
        Path domain,
        Optional<Path> domainTests) {
    public Subject {
        tree = tree.toAbsolutePath().normalize();
    }

    /** The top-level packages: the collection's own, and those of bound domain code. */
    List<String> packages() {
        Stream<String> domain = domainRoots().stream().map(it -> it.replaceFirst("\\.py$", ""));
        return Stream.concat(Stream.of(plan.collection().root()), domain)
                .distinct()
                .toList();
    }

    /** Folders and files at the top of the domain code. */
    List<String> domainRoots() {
        return plan.files().stream()
                .filter(it -> it.kind() == PlannedFile.Kind.DOMAIN)
                .map(it -> it.path().replaceFirst("/.*$", ""))
                .filter(it -> !it.equals(plan.collection().root()))
                .distinct()
                .toList();
    }

    String configuration() {
        return plan.collection().name() + "_config.yaml";
    }

    /** Whether a path lies among the tests of the wirings. */
    boolean isIntegration(String path) {
        return path.startsWith(plan.collection().root() + "/tests/integration/");
    }

    /** The tests that the plan has for wirings. */
    List<String> wiringTests() {
        return plan.files().stream()
                .filter(it -> it.keys().stream().anyMatch(key -> key.startsWith("wirings.")))
                .map(PlannedFile::path)
                .toList();
    }
}
