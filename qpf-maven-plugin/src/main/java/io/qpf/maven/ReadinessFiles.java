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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Readiness in files, each in the form that the ending of its name says, and the history that the page's trends need.
 *
 * @param history where it is kept
 * @param whole whether all gates were asked for; a run over some of them is no part of a trend
 */
record ReadinessFiles(List<File> files, Path history, boolean whole, Console console) {
    private static final String REPORT = "readiness-report.json";

    ReadinessFiles {
        files = List.copyOf(files);
    }

    void write(ReadinessReport report, Instant at) throws IOException {
        History runs = kept(report, at);
        for (File file : files) {
            TextFiles.write(file.toPath(), format(file, runs, at).format(report));
            console.info("readiness: " + file);
        }
        removeStale();
    }

    /** The report that an earlier run left beside a page would be read as this run's. */
    private void removeStale() throws IOException {
        for (File page : files) {
            Path other = page.toPath().toAbsolutePath().resolveSibling(REPORT);
            boolean own = files.stream()
                    .anyMatch(it -> it.toPath().toAbsolutePath().normalize().equals(other.normalize()));
            if (!own && Files.isRegularFile(other) && JsonReadiness.wrote(text(other))) {
                Files.delete(other);
                console.info("readiness: removed " + other + ", which an earlier run wrote");
            }
        }
    }

    /** What is no UTF-8 is not QPF's. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** The first report in JSON that this run writes, seen from a page. */
    private Optional<String> json(File page) {
        Path folder = page.toPath().toAbsolutePath().normalize().resolveSibling("");
        return files.stream()
                .filter(it -> it.getName().toLowerCase(Locale.ROOT).endsWith(".json"))
                .filter(it -> !it.getName().endsWith(".sarif.json"))
                .map(it -> it.toPath().toAbsolutePath().normalize())
                .filter(it -> Objects.equals(it.getRoot(), folder.getRoot()))
                .map(it -> folder.relativize(it).toString().replace('\\', '/'))
                .findFirst();
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

    private ReadinessFormat format(File file, History runs, Instant at) {
        String name = file.getName();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> name.endsWith(".sarif.json") ? new SarifReadiness() : new JsonReadiness();
            case "sarif" -> new SarifReadiness();
            case "xml" -> new JunitReadiness();
            case "html" -> new HtmlReadiness(runs, Optional.of(at), json(file));
            default ->
                throw new IllegalArgumentException(
                        "qpf.readinessReports knows .json, .html, .xml (JUnit) and .sarif, and not " + name);
        };
    }
}
