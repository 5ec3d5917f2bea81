package io.qpf.pack;

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
import java.util.stream.Stream;
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
    private static final String CRANE = "agents/crane.yaml";
    private static final String GLUE = "glue.yaml";
    private static final String MAP = "extractor-map.yaml";
    private static final String PATH = "QPF-STR-201";
    private static final String ROOT = "rootpath: harbour/agents/crane";

    @TempDir
    private static Path shared = Path.of("");

    private static Map<String, String> before = Map.of();

    @TempDir
    Path temp = Path.of("");

    private Path input = Path.of("");

    /**
     * One mistake.
     *
     * @param from what stands in the file
     * @param to what a person wrote instead
     * @param at the line and column of the finding
     * @param hint a part of what to do
     */
    record Mistake(String name, String file, String from, String to, String rule, String at, String hint) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Mistake> inSections() {
        return Stream.of(
                new Mistake(
                        "missing section",
                        CRANE,
                        "worldmodelintegration:",
                        "worldview:",
                        "QPF-STR-001",
                        "1:1",
                        "Add it, such as `worldmodelintegration: {"),
                new Mistake(
                        "misspelt section",
                        CRANE,
                        "worldmodelintegration:",
                        "world_model_integration:",
                        "QPF-STR-002",
                        "51:1",
                        "Did you mean `worldmodelintegration`?"),
                new Mistake(
                        "wrong type",
                        CRANE,
                        "generatedocs: [README.md, API_SPEC.md]",
                        "generatedocs: {README.md: API_SPEC.md}",
                        "QPF-TYP-001",
                        "64:17",
                        "Begin each line of it with `- `"),
                new Mistake(
                        "wrong type of a number",
                        CRANE,
                        "timeout_ms: 300",
                        "timeout_ms: soon",
                        "QPF-TYP-001",
                        "69:73",
                        "Write digits only"));
    }

    static Stream<Mistake> inNames() {
        return Stream.of(
                new Mistake(
                        "unknown agent in the glue",
                        GLUE,
                        "to_agent: Crane",
                        "to_agent: Cranes",
                        "QPF-DEP-011",
                        "3:15",
                        "did you mean `Crane`?"),
                new Mistake(
                        "unknown agent in the map",
                        MAP,
                        "agent: Crane, schema_file: agents/crane.yaml",
                        "agent: Dredger, schema_file: agents/dredger.yaml",
                        "QPF-DEP-003",
                        "5:38",
                        "put its schema beside the others, or remove the step"),
                new Mistake(
                        "unknown agent in an edge",
                        MAP,
                        "- Crane -> Harbour Master",
                        "- Crone -> Harbour Master",
                        "QPF-DEP-001",
                        "9:7",
                        "did you mean"),
                new Mistake(
                        "hard cycle",
                        MAP,
                        "Harbour Master ->> Crane",
                        "Harbour Master -> Crane",
                        "QPF-DEP-201",
                        "10:7",
                        "write `HarbourMaster ->> Crane`"));
    }

    static Stream<Mistake> inPaths() {
        return Stream.of(
                new Mistake("path out", CRANE, "- json.py", "- ../../x.py", PATH, "60:7", "without `..`"),
                new Mistake("absolute path", CRANE, "- json.py", "- /etc/x.py", PATH, "60:7", "below the output"),
                new Mistake("path with backslashes", CRANE, "- json.py", "- ..\\..\\x.py", PATH, "60:7", "forward"),
                new Mistake("root out", CRANE, ROOT, "rootpath: harbour/../../x", PATH, "2:106", "without `..`"),
                new Mistake("absolute root", CRANE, ROOT, "rootpath: /harbour/crane", PATH, "2:106", "below"),
                new Mistake(
                        "schema file out",
                        MAP,
                        "schema_file: agents/crane.yaml",
                        "schema_file: ../../crane.yaml",
                        "QPF-STR-016",
                        "5:36",
                        "without `..`"),
                new Mistake(
                        "document out",
                        CRANE,
                        "[README.md,",
                        "[../../../x.md,",
                        PATH,
                        "64:18",
                        "below the output folder"),
                new Mistake(
                        "manifest out",
                        CRANE,
                        "{generatetests: true}",
                        "{generatetests: true, manifest: ../../x.json}",
                        PATH,
                        "65:51",
                        "below the output folder"));
    }

    static Stream<Mistake> inYaml() {
        return Stream.of(
                new Mistake(
                        "duplicate key",
                        CRANE,
                        "governance:",
                        "integration: {}\ngovernance:",
                        "QPF-SYN-013",
                        "9:1",
                        "Keep one of the two"),
                new Mistake(
                        "custom tag",
                        CRANE,
                        "mode: hybrid",
                        "mode: !!python/object:os.system hybrid",
                        "QPF-SYN-016",
                        "11:9",
                        "Delete the tag"),
                new Mistake(
                        "alias bomb",
                        CRANE,
                        "version: 6.0.0",
                        BOMB + "version: 6.0.0",
                        "QPF-SYN-015",
                        "8:12",
                        "Write the values out"),
                new Mistake(
                        "51 KB",
                        CRANE,
                        "version: 6.0.0",
                        "# " + "x".repeat(51 * 1024) + "\nversion: 6.0.0",
                        "QPF-SYN-001",
                        "1:1",
                        "Split it"));
    }

    private static final String BOMB = """
        a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        """;

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
    @MethodSource({"inSections", "inNames", "inPaths", "inYaml"})
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
