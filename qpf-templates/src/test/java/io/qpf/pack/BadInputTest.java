package io.qpf.pack;

import static io.qpf.pack.Mistake.CRANE;
import static io.qpf.pack.Mistake.GLUE;
import static io.qpf.pack.Mistake.MAP;
import static io.qpf.pack.Mistake.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.extract.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is said at its place with what to do, and an output that is there keeps every byte. */
class BadInputTest {
    private static final Path HARBOUR = Path.of("src/test/resources/golden/harbour");
    private static final FileTime OLD = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));

    @TempDir
    private static Path shared = Path.of("");

    private static Map<String, String> before = Map.of();

    @TempDir
    Path temp = Path.of("");

    private Path input = Path.of("");

    /** The output that no mistake may touch. */
    @BeforeAll
    static void extractOnce() throws IOException {
        Extraction.extract(HARBOUR.resolve("input"), shared, HARBOUR.resolve("domain"), 2);
        before = Extraction.bytes(shared);
        for (String path : before.keySet()) {
            Files.setLastModifiedTime(shared.resolve(path), OLD);
        }
    }

    @BeforeEach
    void copyInput() throws IOException {
        input = temp.resolve("in");
        for (Map.Entry<String, String> file :
                Extraction.files(HARBOUR.resolve("input")).entrySet()) {
            Path copy = input.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource({
        "io.qpf.pack.Mistake#inSections",
        "io.qpf.pack.Mistake#inNames",
        "io.qpf.pack.Mistake#inPaths",
        "io.qpf.pack.Mistake#inYaml"
    })
    void aMistakeIsReportedAtItsPlaceAndChangesNothing(Mistake mistake) throws IOException {
        Path file = input.resolve(mistake.file());
        String text = Files.readString(file);
        int at = text.indexOf(mistake.from());
        assertThat(at).as(mistake.from()).isNotNegative();
        Files.writeString(
                file,
                text.substring(0, at)
                        + mistake.to()
                        + text.substring(at + mistake.from().length()));
        assertFound(mistake.rule(), mistake.file() + ":" + mistake.at(), mistake.hint());
    }

    @Test
    void bytesThatAreNoTextAreReportedAtTheirPlace() throws IOException {
        Path file = input.resolve(CRANE);
        byte[] bytes = Files.readAllBytes(file);
        int at = Files.readString(file).indexOf("Lifts in the air");
        assertThat(Files.readString(file).substring(0, at)).isASCII();
        bytes[at + 6] = (byte) 0xff;
        Files.write(file, bytes);
        assertFound("QPF-SYN-002", CRANE + ":20:20", "UTF-8");
    }

    @Test
    void anEleventhAgentIsOneTooMany() throws IOException {
        String crane = Files.readString(input.resolve(CRANE));
        StringBuilder steps = new StringBuilder();
        for (int number = 3; number <= 11; number++) {
            Files.writeString(
                    input.resolve("agents/crane" + number + ".yaml"),
                    crane.replace("Crane number 7", "Crane number 7" + number)
                            .replace("name: Crane,", "name: Crane" + number + ",")
                            .replace("harbour/agents/crane", "harbour/agents/crane" + number)
                            .replace("/crane/v6", "/crane" + number + "/v6"));
            steps.append("    " + number + ": {agent: Crane" + number + ", schema_file: agents/crane" + number
                    + ".yaml, reason: One more.}\n");
        }
        Path map = input.resolve(MAP);
        Files.writeString(map, Files.readString(map).replace("dependency_graph:", steps + "dependency_graph:"));
        assertFound("QPF-DEP-007", MAP + ":15:17", "ten agents at the most");
    }

    @Test
    void aRootpathWithinTheFoundationIsOneError() throws IOException {
        // Its wirings name the folder of old.
        Files.delete(input.resolve(GLUE));
        Path file = input.resolve(CRANE);
        String text = Files.readString(file).replace(ROOT, "rootpath: harbour/core");
        Files.writeString(file, text.replace("- json.py", "- json.py\n    - events.py\n    - audit.py"));

        assertThat(errors()).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo("QPF-CON-101");
            assertThat(it.message()).contains("more files");
        });
    }

    private void assertFound(String rule, String place, String hint) throws IOException {
        List<Diagnostic> errors = errors();
        assertThat(errors).anySatisfy(it -> {
            assertThat(it.rule()).isEqualTo(rule);
            assertThat(it.span()).hasToString("./" + place);
            assertThat(it.hint()).contains(hint);
        });
        assertThat(Extraction.bytes(shared)).isEqualTo(before);
        for (String path : before.keySet()) {
            assertThat(Files.getLastModifiedTime(shared.resolve(path))).as(path).isEqualTo(OLD);
        }
        Path fresh = temp.resolve("fresh");
        assertThat(Extraction.run(input, fresh, HARBOUR.resolve("domain"), 2).failed())
                .isTrue();
        assertThat(fresh).doesNotExist();
    }

    private List<Diagnostic> errors() throws IOException {
        Outcome outcome = Extraction.run(input, shared, HARBOUR.resolve("domain"), 2);
        assertThat(outcome.failed()).isTrue();
        return outcome.diagnostics().all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .toList();
    }
}
