package io.qpf.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever kind of name is misspelt, the finding at its place asks for the one that was meant. */
class SuggestionsTest {
    private static final String TWO = """
            # agents/main.yaml
            name: Main
            %s
            # agents/scorer.yaml
            name: Scorer
            governance:
              anchors: [Ada]
              mode: hybrid
              escalationpolicy: "Auto-escalate if: drift_detected"
              auditscope: [model_promoted]
            packetrouting:
              inbound:
                - {source: Main, packettype: score_request, action: score}
            cursorinstructions:
              generatefiles: [controller.py, tensor_scorer.py]
            deployment:
              endpoints:
                - {name: score_candidates, path: /scorer/v6/score, method: POST}
            """;

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of(
                        "section", "# agents/a.yaml as it is\nname: Main\nmemory_topologie: {}\n", "memorytopology"),
                Arguments.of("key", one("governance:\n  anchor: [Ada]\n  mode: hybrid"), "anchors"),
                Arguments.of("enum value", one("governance:\n  anchors: [Ada]\n  mode: hybird"), "hybrid"),
                Arguments.of("agent of the map", map("Scorr -> Main (calls)"), "Scorer"),
                Arguments.of(
                        "agent of a wiring", wiring("to_agent: Scorr", "api_call, method_names: [work]"), "Scorer"),
                Arguments.of("agent of an alias", map("aliases: {Judge: Scorr}"), "Scorer"),
                Arguments.of(
                        "path to connect to",
                        TWO.formatted("integration:\n  connectto: [acme/agents/scorr]"),
                        "acme/agents/scorer"),
                Arguments.of(
                        "path to link",
                        TWO.formatted("cursorinstructions:\n  generatefiles: [controller.py]\n"
                                + "  linkexisting: [acme/agents/scorer/tensor_scorr.py]"),
                        "acme/agents/scorer/tensor_scorer.py"),
                Arguments.of(
                        "module",
                        wiring("to_agent: Scorer", "api_call, import_path: acme/agents/scorer/tensor_scor.py"),
                        "acme/agents/scorer/tensor_scorer.py"),
                Arguments.of(
                        "event",
                        wiring("to_agent: Scorer", "event_observe, event_subscriptions: [model_promotd]"),
                        "model_promoted"),
                Arguments.of(
                        "packet",
                        wiring("to_agent: Scorer", "packet_send, packet_types: [score_requst]"),
                        "score_request"),
                Arguments.of(
                        "method",
                        wiring("to_agent: Scorer", "api_call, method_names: [score_candidate]"),
                        "score_candidates"),
                Arguments.of(
                        "unit",
                        one("learningsystem:\n  autonomyprofile:\n    escalationtriggers: [latency > 5 miliseconds]"),
                        "milliseconds"),
                Arguments.of(
                        "threshold",
                        one("governance:\n  anchors: [Ada]\n  mode: hybrid\n  thresholds: {drfit: 0.2}\n"
                                + "  escalationpolicy: \"Auto-escalate if: drift > threshold\""),
                        "drfit"),
                Arguments.of("rule", one("description: x # qpf:allow QPF-GOV-320: why"), "QPF-GOV-302"));
    }

    private static String one(String text) {
        return "name: Main\n" + text + "\n";
    }

    private static String map(String line) {
        String text = line.contains(":") ? line : "dependency_graph: {edges: [\"" + line + "\"]}";
        return TWO.formatted("role: Main.")
                + "# extractor-map.yaml\nextraction_sequence: {order: {1: {agent: Scorer}, 2: {agent: Main}}}\n" + text
                + "\n";
    }

    private static String wiring(String to, String rest) {
        return TWO.formatted("role: Main.") + "# glue.yaml\nwirings:\n  - {from_agent: Main, " + to
                + ", connection_type: " + rest + "}\n";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void asksForWhatWasMeant(String kind, String example, String meant) throws IOException {
        Example.write(example, folder.resolve("in"));

        assertThat(CatalogueTest.findings(folder.resolve("in")).all())
                .as(kind)
                .anyMatch(it -> it.hint().matches("(?s).*([Dd]id you mean|is) `" + meant + "`.*\\?.*"));
    }
}
