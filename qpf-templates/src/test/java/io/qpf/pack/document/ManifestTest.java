package io.qpf.pack.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests keep to their JSON Schema, in the judgement of a validator that is not ours, and tell the truth. */
final class ManifestTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path work;

    private static ExtractedFixture extraction = new ExtractedFixture(Map.of());

    @BeforeAll
    static void extract() throws IOException {
        extraction = ExtractedFixture.of("full", work, UnaryOperator.identity());
    }

    @Test
    void everyManifestIsValid() throws IOException {
        assertThat(problems(manifest("server"))).isEmpty();
        assertThat(problems(manifest("caller"))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoManifest() throws IOException {
        ObjectNode manifest = manifest("server").deepCopy();
        manifest.put("port", 70_000);
        manifest.put("rootpath", "../elsewhere");
        manifest.put("more", true);
        manifest.remove("deploymentready");

        assertThat(problems(manifest)).hasSize(4);
    }

    @Test
    void everyFileThatAManifestListsIsThereAndNoneIsForgotten() throws IOException {
        Set<String> listed = new TreeSet<>();
        manifest("server")
                .get("modules")
                .forEach(it -> listed.add(it.get("path").asText()));
        manifest("server").get("tests").forEach(it -> listed.add(it.asText()));
        manifest("server").get("documents").forEach(it -> listed.add(it.asText()));
        Set<String> there = new TreeSet<>(extraction.files().keySet());
        there.removeIf(path -> !path.startsWith("acme/server/") && !path.startsWith("acme/tests/server/"));
        there.remove("acme/tests/server/__init__.py");

        assertThat(listed).isEqualTo(there);
    }

    @Test
    void operationsSayWhetherCodeStandsBehindThem() throws IOException {
        JsonNode operations = manifest("server").get("operations");

        assertThat(operations.findValuesAsText("name"))
                .containsExactly("score_things", "find_things", "replace_thing", "status");
        assertThat(operations.get(0).get("target").asText()).isEqualTo("acme_domain.scoring:score_things");
        assertThat(operations.get(0).get("host").asText()).isEqualTo("acme/server/tensor_scorer.py");
        assertThat(operations.get(1).get("bound").asBoolean()).isFalse();
        assertThat(operations.get(2).get("routes").get(0).get("auth").asText()).isEqualTo("word_74");
        assertThat(operations.get(3).get("builtin").asText()).isEqualTo("status");
    }

    @Test
    void nothingIsReadyBeforeTheGatesHaveRun() throws IOException {
        assertThat(manifest("server").get("deploymentready").asBoolean()).isFalse();
        assertThat(manifest("server").get("deploymentreason").asText()).contains("gates");
    }

    @Test
    void theTextIsLaidOutByTwoBlanksInAscii() {
        assertThat(extraction.file("acme/manifests/full/server.json"))
                .startsWith("{\n  \"manifest\": 1,\n  \"agent\": \"Server\",\n")
                .endsWith("}\n")
                .matches("[\\x20-\\x7E\\n]+");
    }

    private static JsonNode manifest(String agent) throws IOException {
        return JSON.readTree(extraction.file("acme/manifests/full/" + agent + ".json"));
    }

    private static Set<ValidationMessage> problems(JsonNode manifest) throws IOException {
        try (InputStream in = ManifestTest.class.getResourceAsStream("/qpf/pack/manifest.schema.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(JSON.readTree(in));
            return schema.validate(manifest);
        }
    }
}
