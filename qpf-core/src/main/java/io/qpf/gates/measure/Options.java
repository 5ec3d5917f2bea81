package io.qpf.gates.measure;

import io.qpf.gates.Gate;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How to measure.
 *
 * @param work keeps results, caches of tools and logs between runs
 * @param environments keeps virtual environments
 * @param python which Python to use; empty to look for one
 * @param wheels a folder of wheels that takes the place of the package index
 * @param timeout how long a single run of a tool may take
 * @param workers how many tools run side by side
 * @param thresholds by gate: a number, or a number with {@code because} and the reason
 * @param allowNotRun gates that may be left out without failing the build, by id or title
 * @param only the gates to measure, by id or title, the others being NOT RUN; empty for all
 * @param fresh whether everything is measured again, whatever was kept
 */
public record Options(
        Path work,
        Path environments,
        Mode mode,
        Optional<String> python,
        boolean offline,
        Optional<Path> wheels,
        Duration timeout,
        int workers,
        Map<String, String> thresholds,
        Set<String> allowNotRun,
        Set<String> only,
        boolean fresh) {
    public Options {
        work = work.toAbsolutePath().normalize();
        environments = environments.toAbsolutePath().normalize();
        thresholds = Map.copyOf(thresholds);
        allowNotRun = Set.copyOf(allowNotRun);
        only = Set.copyOf(only);
    }

    /** The same with gates by their ids. */
    Options naming(Set<String> allowed, Set<String> wanted) {
        return new Options(
                work,
                environments,
                mode,
                python,
                offline,
                wheels,
                timeout,
                workers,
                thresholds,
                allowed,
                wanted,
                fresh);
    }

    /** Whether a gate is asked for. */
    boolean wants(Gate gate) {
        return only.isEmpty() || only.contains(gate.id());
    }
}
