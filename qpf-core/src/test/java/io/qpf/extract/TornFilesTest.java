package io.qpf.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Severity;
import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file with a mistake of syntax hides no error of the others, and nothing that only follows from it is found. */
class TornFilesTest {
    private static final Path SOUND = Path.of("../examples/l9/src/main/qpf");
    private static final String MAIN = """
            # agents/main.yaml
            name: Main
            learningsystem:
              autonomyprofile:
                escalationtriggers: [accuracy > 0.9 AND accuracy < 0.2, drift_> threshold]
            """;
    private static final String GLUE = """
            # glue.yaml
            wirings:
              - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme/agents/scorer/x.py}
              - {from_agent: Main, to_agent: Nobody, connection_type: api_call, method_names: [work]}
            """;

    @TempDir
    Path folder = Path.of("");

    private List<String> errors(String example) throws IOException {
        Example.write(example, folder.resolve("in"));
        return CatalogueTest.findings(folder.resolve("in")).all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(it -> it.span() + " " + it.rule())
                .toList();
    }

    @Test
    void schemaThatIsKnownByNameHidesNothing() throws IOException {
        String torn = """
                # agents/scorer.yaml
                name: Scorer
                governance:
                  anchors: [Ada
                learningsystem:
                  autonomyprofile:
                    escalationtriggers: [bias > 0.9 AND bias < 0.2, bias_> threshold]
                """;

        assertThat(errors(MAIN + torn + GLUE))
                .containsExactly(
                        "in/agents/main.yaml:5:26 QPF-GOV-204",
                        "in/agents/main.yaml:5:69 QPF-GOV-202",
                        "in/agents/scorer.yaml:4:12 QPF-SYN-009",
                        "in/agents/scorer.yaml:7:26 QPF-GOV-204",
                        "in/glue.yaml:4:34 QPF-DEP-011");
    }

    @Test
    void schemaWithoutANameMayBeWhoeverIsUnknown() throws IOException {
        assertThat(errors(MAIN + "# agents/scorer.yaml as it is\nname: Scorer\nrole: ⟦E9⟧\n" + GLUE))
                .containsExactly(
                        "in/agents/main.yaml:5:26 QPF-GOV-204",
                        "in/agents/main.yaml:5:69 QPF-GOV-202",
                        "in/agents/scorer.yaml:3:7 QPF-SYN-002");
    }

    @Test
    void mapMayHoldTheAliasThatSeemsToBeMissing() throws IOException {
        String map = "# extractor-map.yaml\nextraction_sequence: {order: {1: {agent: Main}}}\naliases: {Nobody: Main\n";

        assertThat(errors(MAIN + GLUE + map))
                .containsExactly(
                        "in/agents/main.yaml:5:26 QPF-GOV-204",
                        "in/agents/main.yaml:5:69 QPF-GOV-202",
                        "in/extractor-map.yaml:3:10 QPF-SYN-009");
    }

    @Test
    void warningsOfWholeFilesDoNotWait() throws IOException {
        String doubtful = """
                # agents/main.yaml
                name: Main
                governance:
                  auditscope: [a, b, a]
                  anchors: [Ada]
                  mode: hybrid
                """;
        Example.write(doubtful + "# agents/scorer.yaml\nname: Scorer\nmetadata: [torn\n", folder.resolve("in"));

        assertThat(CatalogueTest.findings(folder.resolve("in")).all())
                .anyMatch(it ->
                        it.rule().equals("QPF-STR-208") && it.span().toString().equals("in/agents/main.yaml:4:22"))
                .noneMatch(it -> it.message().contains("Scorer"));
    }

    private static Set<String> notes(Path folder, String broken) throws IOException {
        return CatalogueTest.findings(folder).all().stream()
                .filter(it -> it.severity() != Severity.ERROR)
                .filter(it -> !it.span().file().path().endsWith(broken))
                .map(it -> it.span() + " " + it.rule() + " " + it.message())
                .collect(Collectors.toSet());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOUND)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    /** Section by section, each file of a sound collection is broken: whatever is an error then stands in that file. */
    @ParameterizedTest
    @MethodSource("files")
    void nothingFollowsFromABrokenSection(Path broken) throws IOException {
        List<String> lines = Files.readAllLines(broken);
        for (Path file : files().toList()) {
            Path copy = folder.resolve(SOUND.relativize(file).toString());
            Files.createDirectories(copy.resolveSibling("."));
            Files.copy(file, copy);
        }
        Path copy = folder.resolve(SOUND.relativize(broken).toString());
        String name = broken.getFileName().toString();
        Set<String> notes = notes(folder, name);
        int tried = 0;
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).matches("\\w+:.*")) {
                List<String> torn = new ArrayList<>(lines);
                torn.set(at, lines.get(at).replaceFirst(":.*", ": [\"torn\n"));
                Files.write(copy, torn);
                assertThat(CatalogueTest.findings(folder).all().stream().filter(it -> it.severity() == Severity.ERROR))
                        .as("%s, line %s", broken, at + 1)
                        .isNotEmpty()
                        .allMatch(it -> it.span()
                                        .file()
                                        .path()
                                        .endsWith(broken.getFileName().toString())
                                && it.rule().startsWith("QPF-SYN"));
                assertThat(notes).as("%s, line %s", broken, at + 1).containsAll(notes(folder, name));
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(3);
    }
}
