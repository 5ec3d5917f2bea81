package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An empty list says that there is none: what is extracted is what would be without the key. */
class EmptyListsTest {
    private static final Pattern OPERATIONS = Pattern.compile("\"operations\": \\[[^\\]]*\\]");

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> lists() {
        String governance = "governance:\n  anchors: [Ada]\n  mode: hybrid\n  humanoverride: true\n";
        String reasoning = "reasoningengine:\n  framework: rules\n  model: none\n";
        String learning = "learningsystem:\n  architecture: none\n";
        String files = "cursorinstructions:\n  generatefiles: [__init__.py, controller.py]\n";
        String deployment = "deployment:\n  runtime: async\n  environment: test\n  apimode: private\n";
        return Stream.of(
                Arguments.of("integration:\n  shareddomains: [Trade]\n", "  connectto: []\n"),
                Arguments.of("integration:\n  connectto: []\n", "  shareddomains: []\n"),
                Arguments.of(governance, "  escalationpolicy: []\n"),
                Arguments.of(governance, "  auditscope: []\n"),
                Arguments.of(governance, "  thresholds: {}\n"),
                Arguments.of("communicationstack:\n  output: [structuredapi]\n", "  input: []\n"),
                Arguments.of("communicationstack:\n  input: [structuredapi]\n", "  output: []\n"),
                Arguments.of("communicationstack:\n  input: [structuredapi]\n", "  channels: {}\n"),
                Arguments.of(reasoning, "  strategymodes: []\n"),
                Arguments.of(reasoning, "  secondarymodels: []\n"),
                Arguments.of(reasoning, "  knowledgefusionlayer: {}\n"),
                Arguments.of(reasoning, "  knowledgefusionlayer: {mode: blend, sourceblend: []}\n"),
                Arguments.of(reasoning, "  reasoningfeedbackloop: {}\n"),
                Arguments.of("collaborationnetwork:\n  interactionprotocol: api\n", "  partners: []\n"),
                Arguments.of(learning, "  modules: []\n"),
                Arguments.of(learning, "  autonomyprofile: {}\n"),
                Arguments.of(learning, "  autonomyprofile: {mode: controlled_autonomy, escalationtriggers: []}\n"),
                Arguments.of("worldmodelintegration:\n  enabled: true\n", "  activemodels: []\n"),
                Arguments.of("worldmodelintegration:\n  enabled: true\n", "  dataconnectors: []\n"),
                Arguments.of(files, "  generatedocs: []\n"),
                Arguments.of(files, "  linkexisting: []\n"),
                Arguments.of(files, "  logging: []\n"),
                Arguments.of(deployment, "  endpoints: []\n"),
                Arguments.of(deployment, "  alerting: []\n"),
                Arguments.of(deployment, "  telemetry: {}\n"),
                Arguments.of("", "packetrouting: {inbound: [], outbound: []}\n"),
                Arguments.of("", "reasoningpipeline: {}\n"),
                Arguments.of("", "bindings: {}\n"),
                Arguments.of("", "bindings: {operations: {}, strategies: {}}\n"),
                Arguments.of("", "contracts: {}\n"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("lists")
    void extractsNothingForIt(String section, String empty) throws IOException {
        assertThat(declared("with", section + empty)).isEqualTo(declared("without", section));
    }

    @Test
    void seesWhatAStrategyModeMakes() throws IOException {
        String section = "reasoningengine:\n  framework: rules\n  model: none\n";

        assertThat(declared("with", section + "  strategymodes: [ranking]\n"))
                .isNotEqualTo(declared("without", section));
    }

    /** The files, and the operations in each manifest. */
    private Map<String, String> declared(String name, String text) throws IOException {
        Path input = folder.resolve(name);
        Path tree = folder.resolve(name + "-tree");
        Example.write("name: Main\n" + text, input);
        Extraction.extract(input, tree, input.resolve("python"), 1);
        Map<String, String> declared = new TreeMap<>();
        for (Map.Entry<String, String> file : Extraction.files(tree).entrySet()) {
            if (file.getKey().endsWith("_manifest.json")) {
                String operations = OPERATIONS
                        .matcher(file.getValue())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("\n"));
                assertThat(operations).as(file.getKey()).isNotEmpty();
                declared.put(file.getKey(), operations);
            } else {
                declared.put(file.getKey(), "");
            }
        }
        return declared;
    }
}
