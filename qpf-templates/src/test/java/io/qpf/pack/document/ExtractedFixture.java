package io.qpf.pack.document;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Progress;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A fixture's collection, extracted.
 *
 * @param files the text of every file, by its path below the output
 */
record ExtractedFixture(Map<String, String> files) {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "collections");

    /** Extracts a fixture whose files are edited on the way; there must be no error. */
    static ExtractedFixture of(String fixture, Path work, UnaryOperator<String> edit) throws IOException {
        Path input = work.resolve("input");
        Path source = FIXTURES.resolve(fixture);
        for (Path file : filesBelow(source)) {
            Path copy = input.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, edit.apply(Files.readString(file)));
        }
        Path output = work.resolve("output");
        Path none = work.resolve("none");
        Outcome outcome =
                Extractor.extract(new Request(work, input, output, none, none, 2, false, false), Progress.SILENT);
        outcome.diagnostics().all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .forEach(it -> {
                    throw new AssertionError(it.span() + " " + it.message());
                });
        Map<String, String> files = new TreeMap<>();
        for (Path file : filesBelow(output)) {
            files.put(output.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return new ExtractedFixture(files);
    }

    /** The documents by their path. */
    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>(files);
        documents.keySet().removeIf(path -> !path.endsWith(".md"));
        return documents;
    }

    String file(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new AssertionError(path + " was not extracted; there is " + files.keySet());
        }
        return text;
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
