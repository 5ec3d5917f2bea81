package io.qpf.python.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.python.PyLayout;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random Python, laid out here and by the real black and isort: the same bytes, and nothing left for them to change. */
class RealToolsLayoutTest {
    private static final int SOURCES = 60;
    private static final long SEED = 6_000_000;
    private static final PyLayout LAYOUT = new PyLayout();
    private static final Set<String> FIRST_PARTY = Set.of("L9", "l9_domain");
    private static final List<String> BLACK =
            List.of("black", "--quiet", "--line-length", "88", "--target-version", "py311", ".");
    private static final List<String> ISORT =
            List.of("isort", "--profile", "black", "--py", "311", "-p", "L9", "-p", "l9_domain", ".");

    private static Map<String, String> sources = Map.of();

    @BeforeAll
    static void generate() {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < SOURCES; i++) {
            all.put("code" + i + ".py", PythonSources.source(SEED + i));
            all.put("imports" + i + ".py", ImportSources.source(SEED + i));
        }
        sources = all;
    }

    @Test
    void codeIsWhatBlackMakesOfIt(@TempDir Path folder) throws IOException {
        write(folder, sources);
        run(folder, BLACK);
        for (var source : sources.entrySet()) {
            if (source.getKey().startsWith("code")) {
                String expected = Files.readString(folder.resolve(source.getKey()));
                assertThat(LAYOUT.format(source.getValue(), FIRST_PARTY))
                        .as(source.getKey())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void blackAndIsortFindNothingToChange(@TempDir Path folder) throws IOException {
        Map<String, String> laidOut = new TreeMap<>();
        sources.forEach((name, text) -> laidOut.put(name, LAYOUT.format(text, FIRST_PARTY)));
        write(folder, laidOut);
        run(folder, BLACK);
        run(folder, ISORT);
        for (var file : laidOut.entrySet()) {
            String after = Files.readString(folder.resolve(file.getKey()));
            assertThat(after).as(file.getKey()).isEqualTo(file.getValue());
            assertThat(LAYOUT.format(after, FIRST_PARTY)).as(file.getKey()).isEqualTo(after);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static void run(Path folder, List<String> command) throws IOException {
        RealTools.get().passes(folder, command.toArray(String[]::new));
    }
}
