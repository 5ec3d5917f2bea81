package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.schema.Datum;
import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In whatever case a word of a closed list is written, the editor says the same of it as the loader. */
class ClosedListsTest {
    private static final Path TABLES = Path.of("src/test/resources/editor");
    private static final Path SCHEMAS = Path.of("src/main/resources/io/qpf/editor");

    /** A file around each word, by the path of its key. */
    private static final Map<String, Map<String, String>> FILES = Map.of(
            "agent",
            Map.of(
                    "governance.mode",
                    "governance: {anchors: [Ada], mode: \"%s\"}\n",
                    "metadata.status",
                    "metadata: {status: \"%s\"}\n",
                    "deployment.endpoints.method",
                    "deployment: {endpoints: [{name: work, path: /a/v6/work, method: \"%s\"}]}\n"),
            "map",
            Map.of(),
            "glue",
            Map.of(
                    "wirings.connection_type",
                    "wirings: [{from_agent: A, to_agent: B, connection_type: \"%s\", method_names: [work], "
                            + "packet_types: [p], event_subscriptions: [e]}]\n"));

    private static byte[] bytes(String kind, String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        return kind.equals("agent") ? Objects.requireNonNull(Example.files(text).get("agents/a.yaml")) : plain;
    }

    private static Diagnostics load(String kind, byte[] bytes) {
        return kind.equals("agent")
                ? SchemaLoader.load("a.yaml", bytes).diagnostics()
                : GlueLoader.load("glue.yaml", bytes).diagnostics();
    }

    private static List<String> closed(KeyTable table) {
        return table.paths("").stream()
                .filter(it -> table.at(List.of(it.split("\\.", -1)))
                        .map(key -> !key.choices().isEmpty())
                        .orElse(false))
                .toList();
    }

    private static Stream<String> variants(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String upper = word.toUpperCase(Locale.ROOT);
        return Stream.of(word, lower, upper, upper.charAt(0) + lower.substring(1), " " + word + " ", word + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "map", "glue"})
    void editorAndLoaderAgreeOnEachCase(String kind) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(SCHEMAS.resolve(kind + ".schema.json")));
        KeyTable table = KeyTable.read(TABLES.resolve(kind + ".keys"));
        Map<String, String> files = Objects.requireNonNull(FILES.get(kind));

        assertThat(files.keySet()).containsExactlyInAnyOrderElementsOf(closed(table));
        for (Map.Entry<String, String> file : files.entrySet()) {
            KeyTable key = table.at(List.of(file.getKey().split("\\.", -1))).orElseThrow();
            for (String word :
                    key.choices().stream().flatMap(ClosedListsTest::variants).toList()) {
                byte[] bytes = bytes(kind, file.getValue().replace("%s", word));
                Datum datum = DatumReader.read("a.yaml", bytes).value().orElseThrow();
                boolean read = !load(kind, bytes).hasErrors();
                assertThat(schema.validate(DatumJson.of(datum)).isEmpty())
                        .as("whether the editor takes `%s` as %s", word, file.getKey())
                        .isEqualTo(read);
                assertThat(read || !key.choices().contains(word)).isTrue();
            }
        }
    }
}
