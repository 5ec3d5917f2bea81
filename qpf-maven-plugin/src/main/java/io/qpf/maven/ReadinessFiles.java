package io.qpf.maven;

import io.qpf.gates.report.History;
import io.qpf.gates.report.HtmlReadiness;
import io.qpf.gates.report.JsonReadiness;
import io.qpf.gates.report.JunitReadiness;
import io.qpf.gates.report.ReadinessFormat;
import io.qpf.gates.report.ReadinessReport;
import io.qpf.gates.report.SarifReadiness;
import io.qpf.write.TextFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Readiness in files, each in the form that the ending of its name says, and the history that the page's trends need.
 *
 * @param history where it is kept
 * @param whole whether all gates were asked for; a run over some of them is no part of a trend
 */
record ReadinessFiles(List<File> files, Path history, boolean whole, Console console) {
    ReadinessFiles {
        files = List.copyOf(files);
    }

    void write(ReadinessReport report, Instant at) throws IOException {
        History runs = kept(report, at);
        for (File file : files) {
            TextFiles.write(file.toPath(), format(file.getName(), runs, at).format(report));
            console.info("readiness: " + file);
        }
    }

    /** Trends are worth no build: a history that cannot be read or written is told of, and that is all. */
    private History kept(ReadinessReport report, Instant at) {
        History runs = History.NONE;
        try {
            if (Files.isRegularFile(history)) {
                runs = History.parse(Files.readString(history));
            }
        } catch (IOException | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            console.warn("the history of readiness begins anew, since " + history + " cannot be read: " + why);
        }
        if (!whole) {
            return runs;
        }
        runs = runs.with(at, report.collections());
        try {
            TextFiles.write(history, runs.text());
        } catch (IOException e) {
            console.warn("the history of readiness could not be kept in " + history + ": " + e
                    + "; name another file with -Dqpf.readinessHistory=…");
        }
        return runs;
    }

    private static ReadinessFormat format(String name, History runs, Instant at) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> name.endsWith(".sarif.json") ? new SarifReadiness() : new JsonReadiness();
            case "sarif" -> new SarifReadiness();
            case "xml" -> new JunitReadiness();
            case "html" -> new HtmlReadiness(runs, Optional.of(at));
            default ->
                throw new IllegalArgumentException(
                        "qpf.readinessReports knows .json, .html, .xml (JUnit) and .sarif, and not " + name);
        };
    }
}
