package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON Schemas for editors say what the loader reads: they are written from tables of keys, and the tables are held here
 * against what the readers ask for. With {@code -Dqpf.updateGoldens} they are written anew, and the test fails.
 */
class EditorSchemasTest {
    private static final Path TABLES = Path.of("src/test/resources/editor");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/qpf/editor");
    private static final Set<String> SHAPE = Set.of("QPF-STR-001", "QPF-STR-002", "QPF-STR-018", "QPF-TYP-002");

    private static List<Path> files(String kind) throws IOException {
        String folder = kind.equals("agent") ? "schema" : kind;
        List<Path> roots = List.of(
                Path.of("src/test/resources/load", folder),
                Path.of("../examples/l9/src/main/qpf"),
                Path.of("../qpf-templates/src/test/resources"));
        List<Path> found = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(it -> it.toString().endsWith(".yaml"))
                        .filter(it -> root.startsWith("src") || isOf(kind, it))
                        .sorted()
                        .forEach(found::add);
            }
        }
        assertThat(found).hasSizeGreaterThan(3);
        return found;
    }

    private static boolean isOf(String kind, Path file) {
        String path = file.toString().replace('\\', '/');
        boolean agent = path.contains("/agents/") && !path.contains("/expected/");
        return kind.equals("agent") ? agent : !agent && path.matches(".*/[^/]*" + kind + "[^/]*\\.yaml");
    }

    private static Result<Datum> datum(Path file) throws IOException {
        return DatumReader.read(file.getFileName().toString(), Files.readAllBytes(file));
    }

    /** Loads a file; what its readers asked for is added. */
    private static Diagnostics load(String kind, Path file, Map<String, Set<String>> asked) throws IOException {
        Result<Datum> datum = datum(file);
        if (!(datum.value().orElse(null) instanceof Datum.Mapping mapping)) {
            return datum.diagnostics();
        }
        Findings findings = new Findings();
        findings.addAll(datum.diagnostics());
        SourceFile source = mapping.span().file();
        Fields root = Fields.root(mapping, findings);
        switch (kind) {
            case "agent" -> SchemaLoader.read(source, root, mapping);
            case "map" -> MapLoader.read(source, root);
            default -> GlueLoader.read(source, root);
        }
        // A reader that takes a misspelt key for the right one has not asked for it.
        if (findings.diagnostics().all().stream().noneMatch(it -> it.rule().equals("QPF-STR-002"))) {
            root.collectAsked(asked);
        }
        return findings.diagnostics();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "map", "glue"})
    void tablesHaveEveryKeyThatAReaderAsksForAndNoOther(String kind) throws IOException {
        KeyTable table = KeyTable.read(TABLES.resolve(kind + ".keys"));
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        for (Path file : files(kind)) {
            load(kind, file, asked);
        }
        Set<String> unknown = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        asked.forEach((path, keys) -> keys.forEach(key -> {
            List<String> segments = new ArrayList<>(path.isEmpty() ? List.of() : List.of(path.split("\\.", -1)));
            segments.add(key);
            seen.add(String.join(".", segments).replaceAll("\\.\\d+\\.", "."));
            if (table.at(segments).isEmpty() && !key.matches("\\d+")) {
                unknown.add(String.join(".", segments));
            }
        }));

        assertThat(unknown)
                .as("keys that readers ask for and %s.keys does not have", kind)
                .isEmpty();
        assertThat(table.paths("").stream().filter(it -> !seen.contains(it)))
                .as("keys of %s.keys that no reader asks for", kind)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "map", "glue"})
    void schemasAreWrittenFromTheTables(String kind) throws IOException {
        Path golden = SCHEMAS.resolve(kind + ".schema.json");
        String written = JsonSchemaText.of(KeyTable.read(TABLES.resolve(kind + ".keys")), kind + ".schema.json");
        if (System.getProperty("qpf.updateGoldens") != null) {
            boolean same = Files.exists(golden) && Files.readString(golden).equals(written);
            Files.createDirectories(SCHEMAS);
            Files.writeString(golden, written);
            assertThat(same).as("%s was written anew: look at it", golden).isTrue();
        }
        assertThat(Files.readString(golden)).isEqualTo(written);
    }

    @Test
    void pageForPeopleIsWrittenFromTheTables() throws IOException {
        Path golden = Path.of("../docs/language.md");
        String written = LanguagePage.of(
                KeyTable.read(TABLES.resolve("agent.keys")),
                KeyTable.read(TABLES.resolve("map.keys")),
                KeyTable.read(TABLES.resolve("glue.keys")));
        String old = Files.exists(golden) ? Files.readString(golden) : "";
        if (System.getProperty("qpf.updateGoldens") != null) {
            Files.writeString(golden, written);
        }
        assertThat(old).as("%s; -Dqpf.updateGoldens=true writes it", golden).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "map", "glue"})
    void schemasAcceptWhatTheLoaderAcceptsAndMissWhatItMisses(String kind) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(SCHEMAS.resolve(kind + ".schema.json")));
        int accepted = 0;
        for (Path file : files(kind)) {
            Diagnostics found = load(kind, file, new LinkedHashMap<>());
            Result<Datum> datum = datum(file);
            if (!(datum.value().orElse(null) instanceof Datum.Mapping)) {
                continue;
            }
            Set<ValidationMessage> wrong =
                    schema.validate(DatumJson.of(datum.value().orElseThrow()));
            boolean misses = found.all().stream()
                    .filter(it -> it.severity() == Severity.ERROR)
                    .map(Diagnostic::rule)
                    .anyMatch(SHAPE::contains);
            if (!found.hasErrors()) {
                assertThat(wrong)
                        .as("%s loads, and its schema finds something", file)
                        .isEmpty();
                accepted++;
            } else if (misses) {
                assertThat(wrong)
                        .as("%s does not load, and its schema finds nothing", file)
                        .isNotEmpty();
            }
        }
        assertThat(accepted).isGreaterThan(1);
    }

    @Test
    void closedListsAreThoseOfTheReaders() throws IOException {
        KeyTable agent = KeyTable.read(TABLES.resolve("agent.keys"));
        KeyTable glue = KeyTable.read(TABLES.resolve("glue.keys"));

        assertThat(agent.at(List.of("governance", "mode")).orElseThrow().choices())
                .isEqualTo(GovernanceReader.MODES);
        assertThat(agent.at(List.of("metadata", "status")).orElseThrow().choices())
                .isEqualTo(MetadataReader.STATUSES);
        assertThat(agent.at(List.of("deployment", "endpoints", "method"))
                        .orElseThrow()
                        .choices())
                .isEqualTo(EndpointReader.METHODS);
        assertThat(glue.at(List.of("wirings", "connection_type")).orElseThrow().choices())
                .isEqualTo(WireReader.TYPES);
        assertThat(agent.children().stream().filter(KeyTable::required).map(KeyTable::name))
                .containsExactlyElementsOf(Sections.MANDATORY);
    }
}
