package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.ExtractorMap;
import io.qpf.schema.ExtractorMap.Alias;
import io.qpf.schema.ExtractorMap.Edge;
import io.qpf.schema.ExtractorMap.Remedy;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.schema.SharedConfiguration.Anchor;
import io.qpf.schema.SharedConfiguration.Backend;
import io.qpf.source.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Extractor maps in the forms that people write. */
class MapLoaderTest {
    private static final String SEQUENCE = "extraction_sequence:\n  order:\n    1: {agent: Berth Planner}\n";

    @Test
    void findsWhatHidesInTheExtractCommand() {
        Step step = map("""
                extraction_sequence:
                  order:
                    7:
                      agent: Pilot Service
                      extract_command: |
                        Input: pilots.yaml
                        Output_Root: Port/core/pilots
                        Dependency_Links:
                          - Link to Port/core/berths/controller.py
                          - Port/core/tides (folder)
                """).sequence().get(0);

        assertThat(step.order().value()).isEqualTo(7);
        assertThat(step.schemaFile()).map(Text::value).contains("pilots.yaml");
        assertThat(step.outputRoot()).map(Text::value).contains("Port/core/pilots");
        assertThat(step.outputRoot()).map(it -> it.span().start().toString()).contains("7:22");
        assertThat(step.dependencyLinks())
                .extracting(Text::value)
                .containsExactly("Port/core/berths/controller.py", "Port/core/tides");
    }

    @Test
    void putsStepsInOrder() {
        ExtractorMap map = map("extraction_sequence:\n  order:\n    10: C\n    2: B\n    1: {agent: A}\n");

        assertThat(map.sequence()).extracting(it -> it.agent().value()).containsExactly("A", "B", "C");
        assertThat(map("extraction_sequence: [A, {agent: B}]\n").sequence())
                .extracting(it -> it.order().value())
                .containsExactly(1, 2);
    }

    @Test
    void readsEdges() {
        ExtractorMap map = map(SEQUENCE
                + "dependency_graph:\n  edges:\n    - Berth Planner -> Pilots (ask (often))\n    - Customs->>Pilots\n");

        Edge hard = map.edges().get(0);
        assertThat(hard.from()).hasToString("Berth Planner");
        assertThat(hard.to()).hasToString("Pilots");
        assertThat(hard.to().span().start()).hasToString("6:24");
        assertThat(hard.observes()).isFalse();
        assertThat(hard.reason()).map(Text::value).contains("ask (often)");
        assertThat(map.edges().get(1).observes()).isTrue();
        assertThat(map.edges().get(1).reason()).isEmpty();
    }

    @Test
    void readsBackendsAndAnchors() {
        ExtractorMap map = map(SEQUENCE + """
                shared_configuration:
                  memory_backends:
                    redis: redis://r:6379
                    s3_archive: {bucket: archive, prefix: x/}
                  governance_anchors:
                    - {name: Master, role: decides, escalation_method: direct_email + slack_critical}
                    - Council (governance_bus, email)
                    - name: Nobody
                    - Guard: radio
                """);

        assertThat(map.shared().backends())
                .extracting(Backend::address)
                .extracting(it -> it.map(Text::value).orElse(""))
                .containsExactly("redis://r:6379", "archive");
        assertThat(map.shared().anchors())
                .extracting(MapLoaderTest::words)
                .containsExactly(
                        "Master [direct_email, slack_critical]",
                        "Council [governance_bus, email]",
                        "Nobody []",
                        "Guard [radio]");
    }

    @Test
    void readsAliasesInAllForms() {
        assertThat(map(SEQUENCE + "aliases: {Planner: Berth Planner}\n").aliases())
                .extracting(MapLoaderTest::words)
                .containsExactly("Planner=Berth Planner");
        assertThat(map(SEQUENCE + "aliases: {Berth Planner: [Planner, Berths]}\n")
                        .aliases())
                .extracting(MapLoaderTest::words)
                .containsExactly("Planner=Berth Planner", "Berths=Berth Planner");
        assertThat(map(SEQUENCE + "aliases: [{alias: P, agent: Berth Planner}, {Q: Berth Planner}]\n")
                        .aliases())
                .extracting(MapLoaderTest::words)
                .containsExactly("P=Berth Planner", "Q=Berth Planner");
    }

    @Test
    void pairsIssuesWithSolutions() {
        ExtractorMap map = map(SEQUENCE + """
                troubleshooting:
                  common_issue_1: A cycle
                  common_issue_1_solution: Cut it.
                  common_issue_2: {issue: No berth, solution: Wait.}
                  common_issue_3: Nothing helps
                  Fog: Use radar.
                  common_issue_4: Ice
                  solution: Break it.
                """);

        assertThat(map.troubleshooting())
                .extracting(MapLoaderTest::words)
                .containsExactly(
                        "A cycle: Cut it.", "No berth: Wait.", "Nothing helps: -", "Fog: Use radar.", "Ice: Break it.");
    }

    private static String words(Anchor it) {
        return it.name() + " " + it.channels();
    }

    private static String words(Alias it) {
        return it.alias() + "=" + it.agent();
    }

    private static String words(Remedy it) {
        return it.issue() + ": " + it.solution().map(Text::value).orElse("-");
    }

    private static ExtractorMap map(String yaml) {
        var result = MapLoader.load("extractor-map.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result.diagnostics().hasErrors())
                .as(result.diagnostics().toString())
                .isFalse();
        return result.value().orElseThrow();
    }
}
