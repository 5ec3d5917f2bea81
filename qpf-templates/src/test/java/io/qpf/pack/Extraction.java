package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Progress;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Extracts a collection in a test, and reads the tree that comes out. */
final class Extraction {
    private Extraction() {}

    /** Extracts, and fails with the findings if that is not possible. */
    static void extract(Path input, Path output, Path domain, int threads) throws IOException {
        Outcome outcome = run(input, output, domain, threads);
        assertThat(outcome.diagnostics().all().stream()
                        .filter(it -> it.severity() == Severity.ERROR)
                        .map(it -> it.span() + " " + it.message()))
                .as("errors in %s", input)
                .isEmpty();
    }

    static Outcome run(Path input, Path output, Path domain, int threads) throws IOException {
        Request request = new Request(input, input, output, domain, input.resolve("templates"), threads, false, false);
        return Extractor.extract(request, Progress.SILENT);
    }

    /** Every file below a folder by its path with forward slashes, but the lock's own. */
    static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path, StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The same of any files: every byte as a character, so that not even broken text is lost. */
    static Map<String, String> bytes(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(path).toString().replace('\\', '/'),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
