package io.qpf.gates.report;

import io.qpf.gates.Advice;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.python.SchemaText;
import java.util.List;

/** One agent on the page. */
record AgentView(
        SchemaText name,
        SchemaText version,
        SchemaText status,
        Badge badge,
        SchemaText passed,
        List<SchemaText> reasons,
        List<SchemaText> unbound,
        List<Row> rows) {
    /** What a gate says of the agent. */
    record Row(int number, SchemaText id, SchemaText title, Badge badge, SchemaText figure, SchemaText wanted) {}

    static AgentView of(int number, Readiness readiness, AgentReadiness it) {
        List<AgentGates.AgentGate> gates = AgentGates.of(readiness, it.agent()).stream()
                .filter(gate -> !(gate.outcome() instanceof Outcome.NotApplicable))
                .toList();
        long passed = gates.stream()
                .filter(gate -> gate.outcome() instanceof Outcome.Passed)
                .count();
        return new AgentView(
                SchemaText.of(it.agent()),
                SchemaText.of(it.version()),
                SchemaText.of(it.status().isEmpty() ? "missing" : it.status()),
                Badge.ready(it.deploymentReady(), "ready", "not ready"),
                SchemaText.of(passed + " of " + gates.size() + " gates"
                        + Advice.counted(List.of(it)).map(none -> "; " + none).orElse("")),
                it.reasons().stream().map(SchemaText::of).toList(),
                it.unbound().stream().map(SchemaText::of).toList(),
                gates.stream().map(gate -> row(number, gate)).toList());
    }

    private static Row row(int number, AgentGates.AgentGate it) {
        return new Row(
                number,
                SchemaText.of(it.result().gate().id()),
                SchemaText.of(it.result().gate().title()),
                Badge.of(it.outcome(), it.allowed()),
                SchemaText.of(it.outcome().measured().map(Figure::text).orElse("–")),
                SchemaText.of(Words.wanted(it.figure().threshold())));
    }

    public boolean hasReasons() {
        return !reasons.isEmpty();
    }

    public boolean hasUnbound() {
        return !unbound.isEmpty();
    }
}
