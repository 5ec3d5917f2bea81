package io.qpf.maven;

import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.extract.Catalogue;
import io.qpf.review.Baseline;
import io.qpf.review.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The parameters that say what counts of the findings. */
final class CountingParameters {
    private CountingParameters() {}

    static Settings settings(String failOn, String severities, Path baseline) throws IOException {
        Map<String, Optional<Severity>> own = WrongParameter.refused(() -> Settings.severities(severities));
        own.keySet().forEach(CountingParameters::check);
        Baseline known = Files.isRegularFile(baseline)
                ? Baseline.of(Files.readString(baseline, StandardCharsets.UTF_8))
                : Baseline.NONE;
        return new Settings(WrongParameter.refused(() -> FailOn.of(failOn)), own, known);
    }

    private static void check(String id) {
        if (Catalogue.find(id).isEmpty()) {
            throw new WrongParameter("qpf.severities names no rule: " + id + "; "
                    + Suggest.hint(id, Catalogue.ids().stream(), "mvn qpf:explain -Dqpf.rule=list names all rules"));
        }
    }
}
