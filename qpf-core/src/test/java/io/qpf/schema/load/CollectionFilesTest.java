package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.load.CollectionFiles.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections are found by convention, in an order that no file system decides. */
class CollectionFilesTest {
    @TempDir
    private Path input;

    @Test
    void findsTheInputFolderItself() throws IOException {
        files("extractor-map.yaml", "glue.yaml", "agents/b.yaml", "agents/a.yml", "agents/notes.txt", "README.md");
        files("Universal-Schema-Extractor-v6.0.md");

        CollectionFiles found = found().get(0);

        assertThat(found.name()).isEmpty();
        assertThat(found.map().name()).isEqualTo("extractor-map.yaml");
        assertThat(found.glue()).map(InputFile::name).contains("glue.yaml");
        assertThat(found.schemas()).extracting(InputFile::name).containsExactly("agents/a.yml", "agents/b.yaml");
        assertThat(found.extractor()).map(InputFile::name).contains("Universal-Schema-Extractor-v6.0.md");
    }

    @Test
    void findsEachFolderWithAMap() throws IOException {
        files(
                "port/extractor-map.yaml",
                "port/agents/a.yaml",
                "rail/extractor_map.yaml",
                "rail/agents/b.yaml",
                "x/y.yaml");

        assertThat(found()).extracting(CollectionFiles::name).containsExactly("port", "rail");
        assertThat(found()).allSatisfy(it -> assertThat(it.glue()).isEmpty());
    }

    @Test
    void findsTheNamesOfTheField() throws IOException {
        files(
                "Port_Extractor_Map_v6.yaml",
                "Port_Universal_Schema_Extractor_Glue_v6.yaml",
                "Port_Berths_Schema_v6.yaml");

        CollectionFiles found = found().get(0);

        assertThat(found.glue()).map(InputFile::name).contains("Port_Universal_Schema_Extractor_Glue_v6.yaml");
        assertThat(found.schemas()).extracting(InputFile::name).containsExactly("Port_Berths_Schema_v6.yaml");
    }

    @Test
    void followsWhatTheMapNamesBelowItsFolder() throws IOException {
        files("agents/a.yaml", "agents/deep/er/b.yaml", "schemas/c.yaml", "d.yaml", "unnamed/e.yaml");
        ExtractorMap map = map("agents/a.yaml", "agents/deep/er/b.yaml", "./schemas/c.yaml", "d.yaml", "gone.yaml");

        assertThat(found().get(0).schemas(map))
                .extracting(InputFile::name)
                .containsExactly("agents/a.yaml", "agents/deep/er/b.yaml", "schemas/c.yaml", "d.yaml");
    }

    @Test
    void schemasMayLieWhereOnlyTheMapSays() throws IOException {
        files("schemas/c.yaml");
        ExtractorMap map = map("schemas/c.yaml");

        assertThat(found().get(0).schemas()).isEmpty();
        assertThat(found().get(0).schemas(map)).extracting(InputFile::name).containsExactly("schemas/c.yaml");
    }

    @Test
    void doesNotFollowTheMapOutOfItsFolder() throws IOException {
        files("port/agents/a.yaml", "rail/b.yaml");
        input = input.resolve("port");
        String absolute = input.resolve("../rail/b.yaml").normalize().toString();

        assertThat(found("../rail/b.yaml", absolute, "agents/../../rail/b.yaml"))
                .extracting(InputFile::name)
                .containsExactly("agents/a.yaml");
    }

    private List<InputFile> found(String... named) throws IOException {
        ExtractorMap map = map(named);
        return found().get(0).schemas(map);
    }

    /** Writes a map that names schema files. */
    private ExtractorMap map(String... named) throws IOException {
        StringBuilder map = new StringBuilder("extraction_sequence:\n  order:\n");
        for (int index = 0; index < named.length; index++) {
            map.append("    " + (index + 1) + ": {agent: a" + index + ", schema_file: " + named[index] + "}\n");
        }
        Files.writeString(input.resolve("extractor-map.yaml"), map);
        return MapLoader.load("extractor-map.yaml", map.toString().getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();
    }

    @Test
    void saysWhatIsMissingOrTwice() throws IOException {
        files("a/extractor-map.yaml", "a/My_Extractor_Map.yaml", "a/agents/a.yaml");
        files("b/extractor-map.yaml", "b/agents/readme.txt");
        files("c/extractor-map.yaml", "c/glue.yaml", "c/other-glue.yml", "c/agents/a.yaml");

        Result<List<CollectionFiles>> result = CollectionFiles.find(input);

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics().all())
                .extracting(it -> it.rule() + " " + it.span().file().path())
                .containsExactly(
                        "QPF-STR-011 a/extractor-map.yaml",
                        "QPF-STR-012 b/extractor-map.yaml",
                        "QPF-STR-013 c/other-glue.yml");
    }

    @Test
    void saysWhatIsNotRead() throws IOException {
        files("extractor-map.yaml", "glu.yaml", "compose.yaml", "agents/a.yaml");

        assertThat(CollectionFiles.find(input).diagnostics().all())
                .extracting(it -> it.severity().word() + " " + it.span().file().path() + " " + it.hint())
                .containsExactly(
                        "info compose.yaml Put schemas into agents/, and what is not for QPF elsewhere.",
                        "warning glu.yaml Did you mean `glue.yaml`? Rename it.");
    }

    @Test
    void readsWhatTheMapNames() throws IOException {
        files("scorer.yaml", "agents/a.yaml");
        map("scorer.yaml");

        assertThat(CollectionFiles.find(input).diagnostics().all()).isEmpty();
    }

    @Test
    void saysThatThereIsNoMap() throws IOException {
        files("agents/a.yaml");

        assertThat(CollectionFiles.find(input).diagnostics().all())
                .extracting(Diagnostic::rule)
                .containsExactly("QPF-STR-010");
        assertThat(CollectionFiles.find(input.resolve("nowhere")).diagnostics().all())
                .extracting(Diagnostic::rule)
                .containsExactly("QPF-STR-010");
    }

    private List<CollectionFiles> found() throws IOException {
        return CollectionFiles.find(input).value().orElseThrow();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = input.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "x: y\n");
        }
    }
}
