package io.qpf.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bars of the example: its size, and the real tools on every file, the foundation's among them. */
class ExtractedTreeTest {
    private static final Path TREE = Path.of("target/generated-sources/qpf").toAbsolutePath();
    private static final List<Path> PACKAGES = List.of(
            Path.of("L9/core/tensoraios"),
            Path.of("L9/agents"),
            Path.of("L9/orchestration/tensor_trainer"),
            Path.of("L9/governance"));
    private static final Pattern RATING = Pattern.compile("rated at (\\d+\\.\\d+)/10");
    private static final Pattern COVERAGE = Pattern.compile("(?m)^TOTAL.*?(\\d+)%");

    @Test
    void itIsAsLargeAsTheSchemasAskFor() throws IOException {
        List<String> files = files();
        assertThat(files.stream().filter(ExtractedTreeTest::isModule)).hasSizeGreaterThanOrEqualTo(95);
        assertThat(files.stream().filter(it -> it.matches("L9/tests/(?!foundation/).*test_\\w+\\.py")))
                .hasSizeGreaterThanOrEqualTo(45);
        assertThat(files.stream().filter(it -> it.startsWith("L9/") && it.endsWith(".md")))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(files.stream().filter(it -> it.endsWith("_manifest.json"))).hasSize(5);
    }

    @Test
    void nothingIsLeftOpen() throws IOException {
        for (String file : files()) {
            assertThat(Files.readString(TREE.resolve(file)))
                    .as(file)
                    .doesNotContain("TODO")
                    .doesNotContain("NotImplementedError")
                    .doesNotContain("{{#")
                    .doesNotContain("{{/");
        }
    }

    @Test
    void blackAndIsortChangeNothing() throws IOException {
        RealTools tools = RealTools.get();
        tools.passes(TREE, "black", "--check", "--diff", "--quiet", ".");
        tools.passes(TREE, "isort", "--check-only", "--diff", "--quiet", ".");
        tools.passes(TREE, "compileall", "-q", ".");
    }

    @Test
    void mypyFindsNothing() throws IOException {
        RealTools.get().passes(TREE, "mypy");
    }

    @Test
    void pylintIsContent() throws IOException {
        String output = RealTools.get().run(TREE, Map.of(), "pylint", "L9").output();
        Matcher rating = RATING.matcher(output);
        assertThat(rating.find()).as(output).isTrue();
        assertThat(Double.parseDouble(rating.group(1))).as(output).isGreaterThanOrEqualTo(9.5);
    }

    @Test
    void everythingIsDocumentedAndTyped() throws IOException {
        String scripts = Path.of("src/test/python").toAbsolutePath().toString();
        RealTools.get().passes(TREE, Map.of("PYTHONPATH", scripts), "documented", "L9");
    }

    @Test
    void itsTestsPassAndCoverIt() throws IOException {
        String output = RealTools.get().passes(TREE, "pytest", "-q", "--cov", "--cov-report=term");
        Matcher coverage = COVERAGE.matcher(output);
        assertThat(coverage.find()).as(output).isTrue();
        assertThat(Integer.parseInt(coverage.group(1))).as(output).isGreaterThanOrEqualTo(90);
        assertThat(output).contains(" passed").doesNotContainPattern("\\d+ (skipped|failed|error)");
    }

    @Test
    void theDomainCodeAndTheJourneyPass() throws IOException {
        RealTools.get().passes(Path.of("").toAbsolutePath(), "pytest", "-q");
    }

    private static boolean isModule(String file) {
        return file.endsWith(".py") && PACKAGES.stream().anyMatch(it -> file.startsWith(it.toString() + "/"));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> found = Files.walk(TREE)) {
            return found.filter(Files::isRegularFile)
                    .map(it -> TREE.relativize(it).toString().replace('\\', '/'))
                    .filter(it -> it.endsWith(".py") || it.endsWith(".md") || it.endsWith(".json"))
                    .filter(it -> !it.contains("/.") && !it.contains("__pycache__"))
                    .sorted()
                    .toList();
        }
    }
}
