package io.qpf.gates;

import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.gates.Readiness.Edge;
import io.qpf.source.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Readiness as a run over a collection of five agents gives it. */
public final class Samples {
    public static final String HOSTILE = "<script>alert(\"1\")</script> & 'it' \u202e\u0007";
    public static final String TROUBLED = "harbour " + HOSTILE;
    public static final List<String> AGENTS =
            List.of("TensorAIOS", "RelationshipIntelligence", "CommunicationSynthesizer", "BusinessGovernor", "Oracle");
    private static final String TREE = "target/generated-sources/qpf/";
    private static final String MAP = "src/main/qpf/extractor-map.yaml";

    private Samples() {}

    public static GateResult passed(Gate gate) {
        return result(gate, gate.floor(), new Outcome.Passed(good(gate)), List.of(), figures(gate, gate.floor()));
    }

    /** A gate that counts findings, with these. */
    public static GateResult failed(Gate gate, Evidence... evidence) {
        Figure figure = new Figure(Unit.FINDINGS, 40, 40 + Math.max(1, evidence.length));
        return result(gate, gate.floor(), new Outcome.Failed(figure), List.of(evidence), List.of());
    }

    public static GateResult notRun(Gate gate, String why) {
        return result(gate, gate.floor(), new Outcome.NotRun(why), List.of(), List.of());
    }

    public static Evidence finding(String agent, String file, int line, String message) {
        return new Evidence(Optional.of(agent).filter(it -> !it.isEmpty()), file, line, "", message);
    }

    public static AgentReadiness agent(String name, String status, String... reasons) {
        return new AgentReadiness(name, "6.0.0", status, reasons.length == 0, List.of(reasons), List.of());
    }

    private static Figure good(Gate gate) {
        return switch (gate.floor().unit()) {
            case PERCENT -> new Figure(Unit.PERCENT, 973, 1000);
            case SCORE -> new Figure(Unit.SCORE, 991, 1000);
            case FINDINGS -> new Figure(Unit.FINDINGS, 136, 136);
        };
    }

    private static List<AgentFigure> figures(Gate gate, Threshold threshold) {
        if (gate.family() == Gate.Family.COLLECTION) {
            return List.of();
        }
        return AGENTS.stream()
                .map(it -> new AgentFigure(it, threshold, new Outcome.Passed(good(gate))))
                .toList();
    }

    private static GateResult result(
            Gate gate, Threshold threshold, Outcome outcome, List<Evidence> evidence, List<AgentFigure> agents) {
        return new GateResult(
                gate,
                threshold,
                outcome,
                false,
                evidence,
                agents,
                Duration.ofMillis(1234),
                false,
                List.of("target/qpf-gates/logs/" + gate.id() + ".log"));
    }

    /** All gates, some of them replaced. */
    public static List<GateResult> results(UnaryOperator<GateResult> change) {
        return Gates.ALL.stream().map(Samples::passed).map(change).toList();
    }

    /** All agents ready, nothing to do. */
    public static Readiness ready() {
        return ready("l9_ecosystem");
    }

    public static Readiness ready(String name) {
        List<AgentReadiness> agents =
                AGENTS.stream().map(it -> agent(it, "production_ready")).toList();
        return readiness(name, results(UnaryOperator.identity()), agents);
    }

    /** One of everything that may go wrong. */
    public static Readiness troubled() {
        List<GateResult> results = results(Samples::troubled);
        List<AgentReadiness> agents = List.of(
                new AgentReadiness(
                        "TensorAIOS",
                        "6.0.0",
                        "production_ready",
                        false,
                        List.of("Coverage: FAILED", "No drift: FAILED", "Alerts fire: NOT RUN"),
                        List.of("operation explain_match", "strategy link_prediction")),
                agent("RelationshipIntelligence", "production_ready"),
                agent("CommunicationSynthesizer", "draft", "its schema does not allow it: metadata.status is `draft`"),
                agent("BusinessGovernor", "", "its schema does not allow it: metadata.status is missing"),
                agent("Oracle", "production_ready"));
        return readiness(TROUBLED, results, agents);
    }

    private static GateResult troubled(GateResult it) {
        Gate gate = it.gate();
        String scorer = TREE + "L9/core/tensoraios/tensor_scorer.py";
        if (gate.equals(Gates.COVERAGE)) {
            Threshold own = gate.floor().at(70, MAP + ":31:7", Optional.of("the scorer is proved elsewhere"));
            List<AgentFigure> figures = new ArrayList<>(it.agents());
            Figure low = new Figure(Unit.PERCENT, 61, 100);
            figures.set(0, new AgentFigure("TensorAIOS", own, new Outcome.Failed(low)));
            List<Evidence> missed = new ArrayList<>();
            for (int line = 12; line < 150; line++) {
                missed.add(finding("TensorAIOS", scorer, line, "is not run by any test"));
            }
            return result(gate, gate.floor(), new Outcome.Failed(new Figure(Unit.PERCENT, 912, 1000)), missed, figures);
        }
        if (gate.equals(Gates.DRIFT)) {
            return failed(gate, finding("TensorAIOS", scorer, 12, "was edited by hand"));
        }
        if (gate.equals(Gates.MYPY)) {
            return failed(
                    gate,
                    new Evidence(Optional.of("TensorAIOS"), scorer, 14, "arg-type", "Argument 1 has type \"str\""));
        }
        if (gate.equals(Gates.CHECKLIST)) {
            return failed(gate, finding("", MAP, 10, "no gate proves `" + HOSTILE + "`, and nobody has signed it"));
        }
        if (gate.equals(Gates.DOCSTRINGS)) {
            Threshold lower = gate.floor().at(85, "thresholds.docstrings of the pom", Optional.of("we are French"));
            Evidence short_ = finding("Oracle", TREE + "L9/core/oracle/a b&c.py", 0, "module has no docstring");
            return result(gate, lower, it.outcome(), List.of(short_), it.agents());
        }
        if (gate.equals(Gates.INTEGRATION)) {
            return result(gate, gate.floor(), new Outcome.NotApplicable("no wirings"), List.of(), List.of());
        }
        if (gate.equals(Gates.MONITORING)) {
            GateResult none = notRun(gate, Outcome.NotRun.NOT_ASKED);
            return new GateResult(
                    gate,
                    none.threshold(),
                    none.outcome(),
                    true,
                    List.of(),
                    List.of(),
                    Duration.ZERO,
                    false,
                    none.logs());
        }
        return gate.equals(Gates.ALERTING) ? notRun(gate, "the agents took longer than 900 s") : it;
    }

    private static Readiness readiness(String name, List<GateResult> results, List<AgentReadiness> agents) {
        List<Criterion> criteria = List.of(
                new Criterion(
                        Optional.empty(),
                        "Zero circular imports detected",
                        MAP,
                        new Position(9, 5),
                        List.of("cycles"),
                        Optional.empty(),
                        true),
                new Criterion(Optional.empty(), HOSTILE, MAP, new Position(10, 5), List.of(), Optional.empty(), false),
                new Criterion(
                        Optional.of("Oracle"),
                        "The board has seen it",
                        MAP,
                        new Position(22, 5),
                        List.of(),
                        Optional.of(new Criterion.SignOff("Ada", Optional.of("2026-02-01"), Optional.empty())),
                        true));
        List<Edge> edges = List.of(
                new Edge("TensorAIOS", "RelationshipIntelligence", false),
                new Edge("TensorAIOS", "CommunicationSynthesizer", false),
                new Edge("RelationshipIntelligence", "BusinessGovernor", false),
                new Edge("CommunicationSynthesizer", "BusinessGovernor", false),
                new Edge("TensorAIOS", "Oracle", false),
                new Edge("BusinessGovernor", "Oracle", false),
                new Edge("Oracle", "TensorAIOS", true));
        return new Readiness(
                name,
                "",
                results,
                agents,
                criteria,
                edges,
                Map.of("black", "26.5.1", "mypy", "1.19.0", "pytest", "9.0.2"),
                Todo.of(results, agents),
                Duration.ofMillis(83_210));
    }
}
