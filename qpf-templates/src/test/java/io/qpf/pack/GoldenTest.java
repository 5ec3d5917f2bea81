package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two small collections become exactly the trees in {@code src/test/resources/golden}: the same files, byte for byte.
 *
 * <p>{@code -Dqpf.updateGoldens} rewrites the trees and then fails, so that nobody takes a rewrite for a pass. The
 * foundation is compared with the pack itself instead of with copies.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/golden");
    private static final Path FOUNDATION = Path.of("src/main/resources/qpf/pack/foundation");

    @TempDir
    Path temp = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "harbour"})
    void theTreeIsTheGoldenOne(String name) throws IOException {
        Path golden = GOLDENS.resolve(name);
        Extraction.extract(golden.resolve("input"), temp, golden.resolve("domain"), 2);
        Map<String, String> extracted = Extraction.files(temp);
        removeFoundation(extracted);
        if (System.getProperty("qpf.updateGoldens") != null) {
            rewrite(golden.resolve("expected"), extracted);
            fail("the golden tree of " + name + " is rewritten; look at the difference, then run without the property");
        }
        assertThat(extracted).isEqualTo(Extraction.files(golden.resolve("expected")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk", "harbour"})
    void threadsChangeNothing(String name) throws IOException {
        Path golden = GOLDENS.resolve(name);
        Path one = temp.resolve("one");
        Path many = temp.resolve("many");
        Extraction.extract(golden.resolve("input"), one, golden.resolve("domain"), 1);
        Extraction.extract(golden.resolve("input"), many, golden.resolve("domain"), 7);
        assertThat(Extraction.files(many)).isEqualTo(Extraction.files(one));
    }

    /** Takes out the foundation's files, each of which must equal the pack's. */
    private static void removeFoundation(Map<String, String> extracted) throws IOException {
        Map<String, String> pack = new TreeMap<>(Extraction.files(FOUNDATION));
        pack.keySet().removeIf(it -> it.contains("__pycache__"));
        String root = extracted.keySet().stream()
                .filter(it -> it.endsWith("/core/governance.py"))
                .map(it -> it.substring(0, it.indexOf('/')))
                .findFirst()
                .orElseThrow();
        pack.remove("__init__.py");
        pack.forEach((path, content) ->
                assertThat(extracted.remove(root + "/" + path)).as(path).isEqualTo(content));
        extracted.keySet().removeIf(it -> it.startsWith(".qpf/"));
    }

    private static void rewrite(Path expected, Map<String, String> files) throws IOException {
        if (Files.exists(expected)) {
            try (Stream<Path> old = Files.walk(expected)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
