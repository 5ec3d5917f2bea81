package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real tools and the running agents find what is planted, where it is planted, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolGatesTest {
    private static final String CRANE = "harbour/agents/crane/";
    private static final String TESTS = "harbour/tests/";

    private Path work = Path.of("");
    private MeasuredTree harbour = MeasuredTree.none();

    @BeforeAll
    void extract(@TempDir Path folder) throws IOException {
        RealTools.get();
        work = folder;
        harbour = MeasuredTree.harbour(folder);
        harbour.withoutFoundationTests();
    }

    /** A planted defect, with the line that must be named. */
    private record Planted(Path file, String sound, int line) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.writeString(file, sound);
        }
    }

    private Planted plant(String file, String near, UnaryOperator<String> defect) throws IOException {
        Path path = harbour.tree().resolve(file);
        String sound = Files.readString(path);
        String broken = defect.apply(sound);
        assertThat(broken).isNotEqualTo(sound).contains(near);
        Files.writeString(path, broken);
        int line = (int) broken.substring(0, broken.indexOf(near)).lines().count() + 1;
        return new Planted(path, sound, line);
    }

    private static UnaryOperator<String> appended(String text, int times) {
        return sound -> {
            StringBuilder more = new StringBuilder(sound);
            for (int i = 0; i < times; i++) {
                more.append(text.replace("#", Integer.toString(i)));
            }
            return more.toString();
        };
    }

    private static UnaryOperator<String> replaced(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }

    /** All tools at once: each names its own file only. */
    @Test
    void everyToolFindsItsDefect() throws IOException {
        Set<String> tools = Set.of("black", "isort", "mypy", "pylint", "tests", "coverage", "integration");
        try (Planted black = plant(CRANE + "sway.py", "KEPT=1", appended("\nKEPT=1\n", 1));
                Planted isort = plant(
                        CRANE + "crane_controller.py",
                        "from harbour.core import agent",
                        replaced(
                                "from harbour.core import agent\nfrom harbour.core.context import AgentContext\n",
                                "from harbour.core.context import AgentContext\nfrom harbour.core import agent\n"));
                Planted mypy = plant(
                        CRANE + "event_publisher.py",
                        "return \"text\"",
                        appended("\n\ndef wrong() -> int:\n    \"\"\"Lie.\"\"\"\n    return \"text\"\n", 1));
                Planted pylint = plant(
                        CRANE + "json.py",
                        "thing_0 = 0",
                        text -> appended("\nthing_# = #\n", 400).apply(text + "\n"));
                Planted tests = plant(
                        TESTS + "agents/crane/test_config.py",
                        "assert 1 + 1 == 3",
                        appended("\n\ndef test_wrong() -> None:\n    \"\"\"Fail.\"\"\"\n    assert 1 + 1 == 3\n", 1));
                Planted integration = plant(
                        TESTS + "integration/test_02_crane_harbour_master.py",
                        "assert 2 + 2 == 5",
                        appended("\n\ndef test_wrong() -> None:\n    \"\"\"Fail.\"\"\"\n    assert 2 + 2 == 5\n", 1));
                Planted coverage = plant(
                        "harbour/master/telemetry_reporter.py",
                        "never_0",
                        appended("\n\ndef never_#() -> int:\n    \"\"\"Run never.\"\"\"\n    return #\n", 400))) {
            Readiness readiness = harbour.measure(tools);

            assertThat(failed(readiness))
                    .containsExactlyInAnyOrder(
                            "black", "isort", "mypy", "pylint", "tests", "coverage", "integration", "drift");
            assertFound(readiness, "black", black);
            assertFound(readiness, "isort", isort);
            assertFound(readiness, "mypy", mypy);
            assertFound(readiness, "tests", tests);
            assertFound(readiness, "integration", integration);
            assertThat(MeasuredTree.result(readiness, "pylint").evidence())
                    .anyMatch(it -> it.file().equals(CRANE + "json.py") && it.line() == pylint.line());
            assertThat(failedAgents(readiness, "pylint")).containsExactly("Crane");
            assertThat(failedAgents(readiness, "coverage")).containsExactly("HarbourMaster");
            assertThat(MeasuredTree.result(readiness, "coverage").evidence())
                    .anyMatch(it ->
                            it.file().equals("harbour/master/telemetry_reporter.py") && it.line() > coverage.line());
        }
    }

    private static void assertFound(Readiness readiness, String gate, Planted planted) {
        List<Evidence> evidence = MeasuredTree.result(readiness, gate).evidence();
        assertThat(evidence.stream().map(Evidence::file).collect(Collectors.toSet()))
                .as(gate)
                .hasSize(1)
                .allMatch(it -> planted.file().endsWith(it));
        assertThat(evidence.get(0).line()).as(gate).isBetween(planted.line() - 1, planted.line());
    }

    @Test
    void runningAgentsShowWhatTheyLack() throws IOException {
        Set<String> asked = Set.of("health", "monitoring", "alerting", "governance", "endpoints", "dora");
        Readiness sound = harbour.measure(asked);
        assertThat(failed(sound)).containsExactly("drift");
        assertThat(asked).allMatch(it -> MeasuredTree.result(sound, it).outcome() instanceof Outcome.Passed);

        try (Planted metric =
                        plant(CRANE + "core/metrics.py", "METRICS: Final", replaced("(MetricSpec(\"lifts\"),)", "()"));
                Planted trigger = plant(
                        CRANE + "governance_bridge.py", "POLICY: Final", replaced("\"cable_worn\"", "\"cable_sold\""));
                Planted endpoint = plant(
                        "harbour/master/api_server.py",
                        "ENDPOINTS: Final",
                        replaced("\"/master/v6/admit\"", "\"/master/v6/lost\""))) {
            Readiness readiness = harbour.measure(asked);

            assertThat(failed(readiness)).containsExactlyInAnyOrder("monitoring", "governance", "endpoints", "drift");
            assertFound(readiness, "monitoring", metric);
            assertFound(readiness, "governance", trigger);
            assertFound(readiness, "endpoints", endpoint);
        }
    }

    @Test
    void alertThatIsGoneDoesNotFire() throws IOException {
        try (Planted alert =
                plant(CRANE + "core/metrics.py", "ALERTS: Final", replaced("name=\"sway\"", "name=\"swing\""))) {
            Readiness readiness = harbour.measure(Set.of("alerting"));

            assertThat(failed(readiness)).containsExactlyInAnyOrder("alerting", "drift");
            assertFound(readiness, "alerting", alert);
        }
    }

    @Test
    void agentThatDoesNotStartIsNotHealthy() throws IOException {
        try (Planted broken = plant(
                CRANE + "sway.py",
                "raise RuntimeError",
                appended("\n\nraise RuntimeError(\"the cable broke\")\n", 1))) {
            Readiness readiness = harbour.measure(Set.of("health", "monitoring"));

            assertThat(failed(readiness)).containsExactlyInAnyOrder("health", "drift");
            assertThat(MeasuredTree.result(readiness, "health").evidence())
                    .allMatch(it -> broken.file().endsWith(it.file()) && it.line() == broken.line())
                    .allMatch(it -> it.message().contains("the cable broke"));
            assertThat(MeasuredTree.result(readiness, "monitoring").outcome()).isInstanceOf(Outcome.NotRun.class);
        }
    }

    /** A Python without one of the tools: what the tool measures is NOT RUN. */
    @ParameterizedTest
    @CsvSource({"black, black", "isort, isort", "mypy, mypy", "pylint, pylint", "pytest, tests", "pytest, coverage"})
    void missingToolNeverPasses(String tool, String gate) throws IOException {
        Path real = RealTools.get().python();
        Path python = Files.writeString(
                work.resolve("python-without-" + tool), """
                #!/bin/sh
                if [ "$1" = -m ] && [ "$2" = %s ]; then
                  echo "No module named %s"
                  exit 1
                fi
                exec %s "$@"
                """.formatted(tool, tool, real.toAbsolutePath()));
        assertThat(python.toFile().setExecutable(true)).isTrue();

        Readiness readiness = harbour.measure(Set.of(gate), Map.of(), Mode.SYSTEM, Optional.of(python.toString()));

        assertThat(MeasuredTree.result(readiness, gate).outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotRun.class, it -> assertThat(it.why()).contains(tool + " is not installed"));
        assertThat(readiness.passed()).isFalse();
        assertThat(readiness.deploymentReady()).isFalse();
    }

    @Test
    void withoutAnyPythonNothingIsMeasured() throws IOException {
        Readiness readiness = harbour.measure(Set.of(), Map.of(), Mode.AUTO, Optional.of("/nowhere/python3"));

        assertThat(readiness.results())
                .filteredOn(
                        it -> !it.gate().id().equals("drift") && !it.gate().id().equals("checklist"))
                .isNotEmpty()
                .allMatch(it -> it.outcome() instanceof Outcome.NotRun);
        assertThat(readiness.todo()).anyMatch(it -> it.contains("There is no Python at /nowhere/python3"));
    }

    @Test
    void thresholdBelowTheFloorNeedsAReason() throws IOException {
        Set<String> cheap = Set.of("checklist");
        Readiness readiness =
                harbour.measure(cheap, Map.of("coverage", "70 because it is old"), Mode.NONE, Optional.empty());

        assertThat(MeasuredTree.result(readiness, "coverage").threshold().reason())
                .contains("it is old");
        assertThatThrownBy(() -> harbour.measure(cheap, Map.of("coverage", "70"), Mode.NONE, Optional.empty()))
                .hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> harbour.measure(cheap, Map.of("covrage", "90"), Mode.NONE, Optional.empty()))
                .hasMessageContaining("did you mean `coverage`?");
    }

    @Test
    void whatDidNotChangeIsNotMeasuredAgain() throws IOException {
        Set<String> gates = Set.of("black", "imports");
        harbour.measure(gates);
        Readiness again = harbour.measure(gates);

        assertThat(MeasuredTree.result(again, "black")).matches(GateResult::kept);
        assertThat(MeasuredTree.result(again, "imports")).matches(GateResult::kept);
        assertThat(MeasuredTree.result(again, "black").outcome()).isInstanceOf(Outcome.Passed.class);
    }

    private static List<String> failed(Readiness readiness) {
        return readiness.results().stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .map(it -> it.gate().id())
                .toList();
    }

    private static List<String> failedAgents(Readiness readiness, String gate) {
        return MeasuredTree.result(readiness, gate).agents().stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .map(AgentFigure::agent)
                .toList();
    }
}
