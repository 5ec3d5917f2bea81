package io.qpf.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the console says of gates. */
class GateTableTest {
    private static final String LOG = "target/qpf-gates/logs/x.log";

    private static GateResult result(Gate gate, Outcome outcome, Evidence... evidence) {
        List<String> logs = outcome instanceof Outcome.Failed ? List.of(LOG) : List.of();
        return new GateResult(
                gate, gate.floor(), outcome, false, List.of(evidence), List.of(), Duration.ZERO, false, logs);
    }

    private static String table(GateResult... results) {
        return new GateTable(new Style(false))
                .of(new Readiness(
                        "harbour",
                        "",
                        List.of(results),
                        List.of(new AgentReadiness("Crane", "6.0.0", "draft", false, List.of("no"), List.of())),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Duration.ofMillis(1500)));
    }

    @Test
    void figuresShowWhatLiesBehindThem() {
        GateResult docstrings = result(Gates.DOCSTRINGS, new Outcome.Passed(new Figure(Unit.PERCENT, 1480, 1500)));
        GateResult tolerated = new GateResult(
                Gates.COVERAGE,
                Gates.COVERAGE.floor().at(70, "thresholds.coverage of the pom", Optional.of("it is old")),
                new Outcome.Passed(new Figure(Unit.PERCENT, 75, 100)),
                false,
                List.of(),
                List.of(),
                Duration.ZERO,
                true,
                List.of());
        GateResult black = result(
                Gates.BLACK,
                new Outcome.Failed(new Figure(Unit.FINDINGS, 148, 150)),
                new Evidence(Optional.empty(), "src/main/python/a.py", 7, "", "black would\u001b[2J write this"));

        assertThat(table(docstrings, tolerated, black).lines())
                .containsExactly(
                        "gates of harbour",
                        "  PASSED   docstrings       98.6 %    > 90.0 %   1,480 of 1,500",
                        "  PASSED   coverage         75.0 %    > 70.0 %   75 of 100 because it is old (kept)",
                        "  FAILED   black            2         <= 0       148 of 150",
                        "           src/main/python/a.py:7: black would\ufffd[2J write this",
                        "           log: " + LOG,
                        "deploymentready: 0 of 1 agents in 1.50 s");
    }

    @Test
    void whatNobodyAskedForTakesOneLine() {
        Outcome none = new Outcome.NotRun(Outcome.NotRun.NOT_ASKED);

        assertThat(table(
                                result(Gates.BLACK, new Outcome.Passed(new Figure(Unit.FINDINGS, 3, 3))),
                                result(Gates.MYPY, none),
                                result(Gates.TESTS, none),
                                result(Gates.DORA, none))
                        .lines())
                .containsExactly(
                        "gates of harbour",
                        "  PASSED   black            0         <= 0       3 of 3",
                        "  NOT RUN  3 more gates, since qpf.gates does not ask for them; leave it out to measure"
                                + " everything",
                        "deploymentready: 0 of 1 agents in 1.50 s");
    }

    @Test
    void oneReasonIsSaidOnce() {
        Outcome none = new Outcome.NotRun("There is no python3.\nInstall it.");
        Outcome nothing = new Outcome.NotApplicable("the collection has no wirings");

        assertThat(table(result(Gates.MYPY, none), result(Gates.TESTS, none), result(Gates.INTEGRATION, nothing))
                        .lines())
                .containsExactly(
                        "gates of harbour",
                        "  NOT RUN  mypy             –         <= 0",
                        "           There is no python3.",
                        "           Install it.",
                        "  NOT RUN  tests            –         <= 0",
                        "  N/A      integration      –         <= 0       the collection has no wirings",
                        "deploymentready: 0 of 1 agents in 1.50 s");
    }

    /** Ready agents may answer 501: whoever reads the verdict reads that as well. */
    @Test
    void verdictNamesWhatNoCodeServes() {
        List<AgentReadiness> agents = List.of(new AgentReadiness(
                "Lending", "6.0.0", "production", true, List.of(), List.of("operation renew", "operation history")));
        Readiness readiness = new Readiness(
                "library", "", List.of(), agents, List.of(), List.of(), Map.of(), List.of(), Duration.ofMillis(1500));

        assertThat(new GateTable(new Style(false)).of(readiness).lines())
                .containsExactly(
                        "gates of library",
                        "deploymentready: 1 of 1 agents in 1.50 s; 2 endpoints have no code and answer 501",
                        "           Lending: bind code to renew, history under bindings.operations, or remove the"
                                + " endpoints: they answer 501");
    }
}
