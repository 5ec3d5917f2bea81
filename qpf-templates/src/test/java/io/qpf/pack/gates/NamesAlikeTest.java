package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents whose names differ only in letters that no file name keeps apart are measured each by itself. */
class NamesAlikeTest {
    private static final String MAP = """
            version: 6.0.0
            title: Alike
            extraction_sequence:
              order:
                1: {agent: Größer, schema_file: agents/first.yaml, reason: First.}
                2: {agent: Grüßer, schema_file: agents/second.yaml, reason: Second.}
            shared_configuration:
              governance_anchors:
                - {name: Ada, role: Owner, channels: [email]}
              memory_backends: {}
            """;
    private static final String AGENT = """
            version: 6.0.0
            system: NAME
            name: NAME
            role: Measures things.
            rootpath: Alike/FOLDER
            integration: {connectto: [], shareddomains: []}
            governance:
              anchors: [Ada]
              mode: hybrid
              humanoverride: true
              escalationpolicy: "Auto-escalate if: complaints > 3"
              auditscope: []
              thresholds: {}
            memorytopology: {}
            communicationstack:
              input: [structuredapi]
              output: [structuredapi]
              channels: {structuredapi: true, packetenvelope: true, eventstream: true}
            reasoningengine: {framework: rules, model: none, strategymodes: []}
            collaborationnetwork: {partners: []}
            learningsystem:
              architecture: none
              feedbackchannels: []
              autonomyprofile: {mode: controlled_autonomy, tasklimit: 10_parallel, escalationtriggers: []}
            worldmodelintegration: {enabled: false}
            cursorinstructions:
              generatefiles: [__init__.py, controller.py, governance_bridge.py, api_server.py, config.py]
              generatedocs: [README.md]
              postgeneration: {generatetests: true}
            deployment: {endpoints: [], telemetry: {metrics: []}, alerting: []}
            metadata: {status: production_ready, owner: Ada, tags: []}
            """;

    @Test
    void failureOfOneIsNotLostInTheOther(@TempDir Path folder) throws IOException {
        RealTools.get();
        MeasuredTree alike = MeasuredTree.of(
                folder,
                Map.of(
                        "extractor-map.yaml",
                        MAP,
                        "glue.yaml",
                        "wirings: []\n",
                        "agents/first.yaml",
                        AGENT.replace("NAME", "Größer").replace("FOLDER", "first"),
                        "agents/second.yaml",
                        AGENT.replace("NAME", "Grüßer").replace("FOLDER", "second")));
        alike.withoutFoundationTests();
        String failing = "\n\ndef test_wrong() -> None:\n    \"\"\"Fail.\"\"\"\n    assert 1 + 1 == 3\n";
        for (String agent : new String[] {"first", "second"}) {
            Path file = alike.tree().resolve("Alike/tests/" + agent + "/test_config.py");
            String sound = Files.readString(file);
            Files.writeString(file, sound + failing);

            GateResult tests = MeasuredTree.result(alike.measure(Set.of("tests")), "tests");

            assertThat(tests.outcome()).as(agent).isInstanceOf(Outcome.Failed.class);
            assertThat(tests.evidence())
                    .singleElement()
                    .matches(it -> it.file().equals("tree/Alike/tests/" + agent + "/test_config.py"));
            Files.writeString(file, sound);
        }
    }
}
