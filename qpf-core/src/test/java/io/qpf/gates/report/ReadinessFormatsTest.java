package io.qpf.gates.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.qpf.gates.Gates;
import io.qpf.gates.Readiness;
import io.qpf.gates.Samples;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The forms that machines read, each checked by somebody else's reader. */
class ReadinessFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA = Path.of("src/main/resources/io/qpf/gates/report/readiness-report.schema.json");

    private static final ReadinessReport TROUBLED = report(Samples.troubled());
    private static final ReadinessReport READY = report(Samples.ready());

    private static ReadinessReport report(Readiness... collections) {
        return new ReadinessReport("6.0.0", "target/generated-sources/qpf", List.of(collections));
    }

    private static JsonNode json(ReadinessReport report) throws IOException {
        return JSON.readTree(new JsonReadiness().format(report));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }

    @Test
    void jsonIsValidByItsSchema() throws IOException {
        for (ReadinessReport it : List.of(TROUBLED, READY, report(Samples.ready(), Samples.troubled()))) {
            assertThat(schema().validate(new JsonReadiness().format(it), InputFormat.JSON))
                    .isEmpty();
        }
    }

    /** The schema is no open door: what the report promises cannot be left out or put in. */
    @Test
    void schemaRefusesWhatTheReportMustNotSay() throws IOException {
        assertThat(broken("/collections/0/gates/0", it -> it.remove("figure")))
                .as("passed, and nothing measured")
                .isNotEmpty();
        assertThat(broken("/collections/0/gates/0", it -> it.put("outcome", "GREEN")))
                .isNotEmpty();
        assertThat(broken("/collections/0/gates/0/figure", it -> it.put("all", 0)))
                .isNotEmpty();
        assertThat(broken("/collections/0/gates/0", it -> it.put("mood", "good")))
                .isNotEmpty();
        assertThat(broken("/collections/0/agents/0", it -> it.put("deploymentready", true)))
                .as("ready, with reasons why not")
                .isNotEmpty();
        assertThat(broken("/collections/0/agents/0/gates/0", it -> it.remove("threshold")))
                .isNotEmpty();
        assertThat(broken("", it -> it.put("schemaVersion", 2))).isNotEmpty();
    }

    private static java.util.Set<?> broken(String place, java.util.function.Consumer<ObjectNode> defect)
            throws IOException {
        JsonNode root = json(TROUBLED);
        defect.accept((ObjectNode) root.at(place));
        return schema().validate(root);
    }

    @Test
    void jsonSaysWhyAnAgentIsNotReadyAndWhereThresholdsComeFrom() throws IOException {
        JsonNode root = json(TROUBLED);
        JsonNode collection = root.at("/collections/0");

        assertThat(root.at("/deploymentready").asBoolean()).isFalse();
        assertThat(json(READY).at("/deploymentready").asBoolean()).isTrue();
        assertThat(root.at("/todo")).isEqualTo(collection.at("/todo")).hasSize(6);
        assertThat(collection.at("/agents/0/reasons/0").asText()).isEqualTo("Coverage: FAILED");
        assertThat(collection.at("/agents/1/deploymentready").asBoolean()).isTrue();
        JsonNode coverage = gate(collection.at("/agents/0"), "coverage");
        assertThat(coverage.at("/outcome").asText()).isEqualTo("FAILED");
        assertThat(coverage.at("/threshold")).isEqualTo(JSON.readTree("""
                {"bound": ">", "value": 70.0, "unit": "percent", "text": "> 70.0 %",
                 "from": "src/main/qpf/extractor-map.yaml:31:7", "reason": "the scorer is proved elsewhere"}"""));
        assertThat(gate(collection, "coverage").at("/threshold/from").asText()).isEqualTo("QPF's own");
        assertThat(gate(collection, "coverage").at("/evidence")).hasSize(138);
        assertThat(gate(collection, "mypy").at("/evidence/0")).isEqualTo(JSON.readTree("""
                {"agent": "TensorAIOS", "file": "target/generated-sources/qpf/L9/core/tensoraios/tensor_scorer.py", "line": 14,
                 "rule": "arg-type", "message": "Argument 1 has type \\"str\\""}"""));
        assertThat(gate(collection, "alerting").at("/outcome").asText()).isEqualTo("NOT_RUN");
        assertThat(gate(collection, "monitoring").at("/allowed").asBoolean()).isTrue();
        assertThat(gate(collection, "integration").at("/why").asText()).isEqualTo("no wirings");
        assertThat(gate(collection.at("/agents/3"), "drift").at("/why").asText())
                .isEqualTo("counted for the collection as a whole");
        assertThat(collection.at("/criteria/2/signOff/by").asText()).isEqualTo("Ada");
    }

    private static JsonNode gate(JsonNode parent, String id) {
        return IntStream.range(0, parent.path("gates").size())
                .mapToObj(parent.path("gates")::get)
                .filter(it -> it.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Two runs over one tree differ in what they took, and the report says so in one place. */
    @Test
    void allButTheRunIsTheSameTwice() throws IOException {
        Readiness once = Samples.troubled();
        Readiness again = new Readiness(
                once.collection(),
                once.folder(),
                once.results().stream()
                        .map(it -> new io.qpf.gates.GateResult(
                                it.gate(),
                                it.threshold(),
                                it.outcome(),
                                it.allowed(),
                                it.evidence(),
                                it.agents(),
                                Duration.ZERO,
                                true,
                                List.of("/elsewhere/log")))
                        .toList(),
                once.agents(),
                once.criteria(),
                once.edges(),
                new java.util.TreeMap<>(once.tools()),
                once.todo(),
                Duration.ofMillis(7));
        JsonNode first = json(report(once));
        JsonNode second = json(report(again));

        assertThat(second).isNotEqualTo(first);
        ((ObjectNode) first).remove("run");
        ((ObjectNode) second).remove("run");
        assertThat(second.toString()).isEqualTo(first.toString());
    }

    @Test
    void sarifIsValidByItsOwnSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V4)
                .getSchema(Files.readString(Path.of("src/test/resources/sarif/sarif-2.1.0-rtm.5.json")));

        assertThat(schema.validate(new SarifReadiness().format(TROUBLED), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(new SarifReadiness().format(READY), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .as("the schema is in force")
                .isNotEmpty();
    }

    @Test
    void sarifLeadsToTheLine() throws IOException {
        JsonNode run = JSON.readTree(new SarifReadiness().format(TROUBLED)).at("/runs/0");
        List<JsonNode> results = Stream.of("gate/mypy", "gate/docstrings", "gate/checklist")
                .map(id -> IntStream.range(0, run.path("results").size())
                        .mapToObj(run.path("results")::get)
                        .filter(it -> it.path("ruleId").asText().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
        String uri = "/locations/0/physicalLocation/artifactLocation/uri";

        assertThat(results.get(0).at(uri).asText())
                .isEqualTo("target/generated-sources/qpf/L9/core/tensoraios/tensor_scorer.py");
        assertThat(results.get(0)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(14);
        assertThat(results.get(0).at("/level").asText()).isEqualTo("error");
        assertThat(results.get(1).at("/level").asText()).as("tolerated").isEqualTo("note");
        assertThat(results.get(1).at(uri).asText()).endsWith("/oracle/a%20b&c.py");
        assertThat(results.get(2).at(uri).asText()).isEqualTo("src/main/qpf/extractor-map.yaml");
        assertThat(run.at("/tool/driver/rules")).hasSize(Gates.ALL.size());
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean(true)).isFalse();
        assertThat(run.at("/invocations/0/toolExecutionNotifications")).hasSize(2);
        assertThat(run.at("/invocations/0/toolExecutionNotifications/1/level").asText())
                .isEqualTo("error");
    }

    @Test
    void junitHasACaseForEachAgentAndGate() throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JunitReadiness().format(TROUBLED))))
                .getDocumentElement();

        NodeList suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(1 + Samples.AGENTS.size());
        Element collection = (Element) suites.item(0);
        assertThat(collection.getAttribute("tests")).isEqualTo("25");
        assertThat(collection.getAttribute("failures")).isEqualTo("4");
        assertThat(collection.getAttribute("errors")).isEqualTo("1");
        assertThat(collection.getAttribute("skipped")).isEqualTo("2");
        Element agent = (Element) suites.item(1);
        assertThat(agent.getAttribute("name")).endsWith(".TensorAIOS");
        assertThat(agent.getElementsByTagName("testcase").getLength()).isEqualTo(26);
        assertThat(agent.getElementsByTagName("failure").getLength()).isEqualTo(2);
        Element failure = (Element) agent.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("61.0 %, wanted > 70.0 %");
        assertThat(failure.getTextContent())
                .contains("L9/core/tensoraios/tensor_scorer.py:12: is not run by any test")
                .contains("What to do: test the lines that the evidence names");
        assertThat(((Element) suites.item(2)).getElementsByTagName("failure").getLength())
                .isZero();
    }
}
