package io.qpf.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bars of the example that no gate has: its size, and that nothing at all is left open, untyped or undocumented. What
 * the real tools say is measured once, by {@code qpf:verify-gates}, with the thresholds of the pom.
 */
class ExtractedTreeTest {
    private static final Path TREE = Path.of("target/generated-sources/qpf").toAbsolutePath();
    private static final List<Path> PACKAGES = List.of(
            Path.of("L9/core/tensoraios"),
            Path.of("L9/agents"),
            Path.of("L9/orchestration/tensor_trainer"),
            Path.of("L9/governance"));

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
    void everythingIsDocumentedAndTyped() throws IOException {
        String scripts = Path.of("src/test/python").toAbsolutePath().toString();
        RealTools.get().passes(TREE, Map.of("PYTHONPATH", scripts), "documented", "L9");
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
