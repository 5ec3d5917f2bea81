package io.qpf.gates.measure;

import io.qpf.gates.Evidence;
import io.qpf.gates.Gates;
import io.qpf.write.Drift;
import io.qpf.write.WriteReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tree against its lock and its plan: every file is what the schemas make of it, and nothing is left over. */
final class DriftReading {
    private final Subject subject;
    private final Contents contents;
    private final List<Evidence> found = new ArrayList<>();

    private DriftReading(Subject subject, Contents contents) {
        this.subject = subject;
        this.contents = contents;
    }

    static Measurement of(Subject subject, Contents contents) {
        DriftReading reading = new DriftReading(subject, contents);
        WriteReport report = subject.report();
        Set<String> drifted = new HashSet<>();
        for (Drift it : report.drifted()) {
            drifted.add(it.path());
            reading.add(it.path(), it.line(), "was edited by hand");
        }
        report.created().forEach(it -> reading.add(it, 0, "is missing"));
        report.changed().stream()
                .filter(it -> !drifted.contains(it))
                .forEach(it -> reading.add(it, 0, "is older than its schema: extract again"));
        report.removed().forEach(it -> reading.add(it, 0, "is no longer planned: extract again"));
        long good = report.unchanged().stream().filter(reading::isOwn).count()
                + report.linked().stream().filter(reading::isOwn).count();
        return Measurement.ofFindings(Gates.DRIFT.id(), Optional.empty(), good, reading.found);
    }

    private boolean isOwn(String path) {
        return subject.folder().isEmpty() || path.startsWith(subject.folder() + "/");
    }

    private void add(String path, int line, String message) {
        if (isOwn(path)) {
            String below = subject.folder().isEmpty()
                    ? path
                    : path.substring(subject.folder().length() + 1);
            found.add(new Evidence(contents.owner(below), below, line, "", message));
        }
    }
}
