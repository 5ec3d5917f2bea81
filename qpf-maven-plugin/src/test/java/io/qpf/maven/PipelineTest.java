package io.qpf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Progress;
import io.qpf.extract.Request;
import io.qpf.write.WriteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline with the real pack, on the collection that the integration tests share. */
class PipelineTest {
    private static final Path GREETER = Path.of("../src/it/setup/greeter");

    @TempDir
    Path project = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void copyCollection() throws IOException {
        input = copyTo(project.resolve("schemas"));
    }

    private static Path copyTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("agents"));
        for (String name : new String[] {"extractor-map.yaml", "agents/greeter.yaml"}) {
            Files.copy(GREETER.resolve(name), folder.resolve(name));
        }
        return folder;
    }

    private Request request(int threads, boolean failOnWarning) {
        return new Request(
                project,
                input,
                project.resolve("out"),
                project.resolve("python"),
                project.resolve("templates"),
                threads,
                failOnWarning,
                false);
    }

    private Outcome extract(int threads) throws IOException {
        return Extractor.extract(request(threads, false), Progress.SILENT);
    }

    private static WriteReport report(Outcome outcome) {
        assertThat(outcome.failed()).as("%s", outcome.diagnostics()).isFalse();
        return outcome.report().orElseThrow();
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path out = project.resolve("out");
        try (Stream<Path> all = Files.walk(out)) {
            for (Path it : all.filter(Files::isRegularFile).toList()) {
                files.put(out.relativize(it).toString().replace('\\', '/'), Files.readString(it));
            }
        }
        return files;
    }

    private void change(String from, String to) throws IOException {
        Path schema = input.resolve("agents/greeter.yaml");
        String text = Files.readString(schema);
        assertThat(text).contains(from);
        Files.writeString(schema, text.replace(from, to));
    }

    @Test
    void numberOfThreadsAndPlaceOfTheInputShowNowhere() throws IOException {
        report(extract(1));
        input = Files.move(
                input, Files.createDirectories(project.resolve("elsewhere")).resolve("schemas"));

        WriteReport second = report(extract(4));

        assertThat(second.written()).isZero();
        assertThat(tree().values()).noneMatch(it -> it.contains(project.toString()));
    }

    @Test
    void errorLeavesTheTreeByteForByte() throws IOException {
        report(extract(2));
        Map<String, String> before = tree();
        change("timeout_ms: 200", "timeout_ms: soon");

        Outcome outcome = extract(2);

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.report()).isEmpty();
        assertThat(outcome.diagnostics().all())
                .extracting(it -> it.span().toString())
                .anyMatch(it -> it.matches("schemas/agents/greeter\\.yaml:\\d+:\\d+"));
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void warningStopsOnlyOnRequest() throws IOException {
        Outcome strict = Extractor.extract(request(2, true), Progress.SILENT);

        assertThat(strict.failed()).isTrue();
        assertThat(strict.diagnostics().hasErrors()).isFalse();
        assertThat(project.resolve("out")).doesNotExist();
    }

    @Test
    void previewSaysWhatExtractionDoes() throws IOException {
        WriteReport announced = report(Extractor.preview(request(2, false)));
        assertThat(project.resolve("out")).doesNotExist();

        assertThat(report(extract(2))).isEqualTo(announced);
    }

    @Test
    void foundationOfTheWorkspaceMustKeepItsContract() throws IOException {
        Path own = project.resolve("out/Hello/core/clock.py");
        Files.createDirectories(own.resolveSibling("."));
        Files.writeString(own, "class MyClock:\n    pass\n");

        Outcome outcome = extract(2);

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.diagnostics().all()).extracting(Diagnostic::rule).contains("QPF-OUT-010");
        assertThat(own).hasContent("class MyClock:\n    pass\n");
        assertThat(tree()).containsOnlyKeys("Hello/core/clock.py");
    }
}
