package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.extract.Outcome;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The samples of the field, unchanged, each in a collection of its own.
 *
 * <p>They are not ours and lie beside the project, in {@code shared/corpus} of a folder above it, or where
 * {@code -Dqpf.corpus} says. Where they are missing this test says so; {@link FieldFormsTest} and the loader's fixtures
 * hold the same forms in our own words everywhere.
 */
class CorpusTest {
    @TempDir
    Path temp = Path.of("");

    private Path corpus = Path.of("");

    @BeforeEach
    void findCorpus() {
        Optional<Path> found = corpus();
        if (found.isEmpty()) {
            System.err.println("THE SAMPLES OF THE FIELD WERE NOT TRIED: there is no shared/corpus above the project."
                    + " Name its folder with -Dqpf.corpus");
        }
        Assumptions.assumeTrue(found.isPresent(), "no corpus");
        corpus = found.orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"TensorAIOS,tensoraios.yaml", "ExampleDomainAdapter,domain_adapter.yaml"})
    void aSampleHoldsTheBarsOfTheExample(String agent, String sample) throws IOException {
        RealTools tools = RealTools.get();
        Path tree = temp.resolve("tree");
        Extraction.extract(collection(agent, read(sample)), tree, temp.resolve("none"), 2);
        Bars.hold(tools, tree);
    }

    @Test
    void theBrokenAdapterIsReportedAtItsPlaceAndMendedByTheHint() throws IOException {
        String text = read("plastos_adapter.broken.yaml");
        Diagnostic found = onlyError(collection("PlastOSAdapter", text));
        assertThat(found.span()).hasToString("./agents/sample.yaml:50:30");
        assertThat(found.rule()).isEqualTo("QPF-SYN-005");
        assertThat(found.hint())
                .isEqualTo("Put the value of line 50 in quotes:"
                        + " `purpose: \"All interactions: translation logs, packets sent/received, outcomes\"`.");

        String mended = text.replace(
                "purpose: All interactions: translation logs, packets sent/received, outcomes",
                "purpose: \"All interactions: translation logs, packets sent/received, outcomes\"");
        assertThat(errors(collection("PlastOSAdapter", mended)))
                .extracting(Diagnostic::rule)
                .doesNotContain("QPF-SYN-005");
    }

    @Test
    void theBrokenMapIsReportedAtItsPlaceAndMendedByTheHint() throws IOException {
        String text = read("extractor_map.broken.yaml");
        Path folder = collection("TensorAIOS", read("tensoraios.yaml"));
        Files.writeString(folder.resolve("extractor-map.yaml"), text);
        Diagnostic found = onlyError(folder);
        assertThat(found.span()).hasToString("./extractor-map.yaml:262:13");
        assertThat(found.rule()).isEqualTo("QPF-SYN-007");
        assertThat(found.hint())
                .contains(
                        "Give the text of line 261 a key of its own",
                        "`issue: \"Circular import in PlastOS Adapter\"`");

        Files.writeString(
                folder.resolve("extractor-map.yaml"),
                text.replaceAll("(?m)^  (common_issue_\\d+): (.*)$", "  $1:\n    issue: \"$2\""));
        List<Diagnostic> then = errors(folder);
        assertThat(then).extracting(Diagnostic::rule).doesNotContain("QPF-SYN-007");
        assertThat(then).extracting(Diagnostic::message).anyMatch(it -> it.contains("no schema describes"));
    }

    @Test
    void theGlueNamesServicesThatAreNoAgents() throws IOException {
        Path folder = collection("TensorAIOS", read("tensoraios.yaml"));
        Files.writeString(folder.resolve("glue.yaml"), read("glue_layer.yaml"));
        assertThat(errors(folder))
                .isNotEmpty()
                .allMatch(it -> it.span().file().path().equals("./glue.yaml"))
                .allMatch(it -> it.hint().contains("externals"));
    }

    private Diagnostic onlyError(Path folder) throws IOException {
        List<Diagnostic> errors = errors(folder);
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    private List<Diagnostic> errors(Path folder) throws IOException {
        Outcome outcome = Extraction.run(folder, temp.resolve("tree"), temp.resolve("none"), 1);
        assertThat(temp.resolve("tree")).doesNotExist();
        return outcome.diagnostics().all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .toList();
    }

    private Path collection(String agent, String schema) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("in/agents"))
                .resolveSibling(".")
                .normalize();
        Files.writeString(folder.resolve("agents/sample.yaml"), schema);
        Files.writeString(folder.resolve("extractor-map.yaml"), """
                title: A sample of the field, alone
                version: 6.0.0
                extraction_sequence:
                  order:
                    1: {agent: %s, schema_file: agents/sample.yaml, reason: It is the only one.}
                """.formatted(agent));
        return folder;
    }

    private String read(String sample) throws IOException {
        return Files.readString(corpus.resolve(sample));
    }

    private static Optional<Path> corpus() {
        String named = System.getProperty("qpf.corpus", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        Path folder =
                Path.of(System.getProperty("qpf.root", ".")).toAbsolutePath().normalize();
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve("shared/corpus"))) {
                return Optional.of(above.resolve("shared/corpus"));
            }
        }
        return Optional.empty();
    }
}
