package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.qpf.schema.load.EditorSchemaFiles.Case;
import io.qpf.schema.load.EditorSchemaFiles.Instance;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second validator, Python's jsonschema, says the same of every example and fixture as the first, and takes the schemas for such. */
class EditorSchemasInPythonTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/qpf/editor");
    private static final Path OWN = Path.of("src/test/resources/editor");

    @TempDir
    Path folder = Path.of("");

    @Test
    void twoValidatorsAgreeOnEveryFixture() throws IOException {
        RealTools tools = RealTools.get("qpf-core/src/test/resources/editor/requirements.txt");
        Files.copy(OWN.resolve("check_schemas.py"), folder.resolve("check_schemas.py"));
        Map<String, JsonSchema> schemas = new HashMap<>();
        for (String kind : List.of("agent", "map", "glue")) {
            schemas.put(
                    kind,
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(Files.readString(SCHEMAS.resolve(kind + ".schema.json"))));
        }
        List<String> instances = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> first = new ArrayList<>();
        JsonMapper writer =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        for (Case it : EditorSchemaFiles.cases()) {
            for (Instance file : it.files()) {
                JsonSchema schema =
                        Objects.requireNonNull(schemas.get(schemas.containsKey(file.kind()) ? file.kind() : "agent"));
                instances.add(writer.writeValueAsString(JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", file.kind())
                        .set("json", file.json())));
                String name = it.name() + " " + file.path() + " ";
                names.add(name);
                first.add(name + (schema.validate(file.json()).isEmpty() ? "accepts" : "rejects"));
            }
        }
        Path lines = folder.resolve("instances.txt");
        Files.write(lines, instances);

        List<String> said = tools.passes(
                        folder, "check_schemas", SCHEMAS.toAbsolutePath().toString(), lines.toString())
                .lines()
                .toList();

        assertThat(said).hasSize(names.size()).hasSizeGreaterThan(600);
        List<String> second = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            second.add(names.get(at) + said.get(at));
        }
        assertThat(second).isEqualTo(first);
        assertThat(said).contains("accepts", "rejects");
    }
}
