package io.qpf.rules;

import io.qpf.collection.Collection.HardEdge;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.graph.Cycle;
import java.util.List;

/** Agents wait for each other in a circle. */
final class HardCycle implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-201", Severity.ERROR, "Agents depend on each other in a circle.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        EdgeWords words = new EdgeWords(subject.collection());
        return subject.graph().cycles().stream().map(it -> finding(it, words)).toList();
    }

    private static Diagnostic finding(Cycle cycle, EdgeWords words) {
        HardEdge blamed = blamed(cycle, words);
        if (cycle.edges().size() == 1) {
            return INFO.at(
                    blamed.origin(),
                    blamed.before().name() + " waits for itself",
                    "no agent can be extracted before itself: remove this edge");
        }
        Diagnostic finding = INFO.at(
                blamed.origin(),
                "the agents depend on each other in a circle: " + cycle,
                words.isCall(blamed) ? callHint(blamed) : edgeHint(blamed, cycle, words));
        for (HardEdge edge : cycle.edges()) {
            if (!edge.origin().equals(blamed.origin())) {
                finding = finding.with(new Diagnostic.Related(edge.origin(), words.says(edge)));
            }
        }
        return finding;
    }

    /** Where a call wants one order and an edge the other, the edge is wrong; otherwise what goes against the sequence. */
    private static HardEdge blamed(Cycle cycle, EdgeWords words) {
        List<HardEdge> drawn =
                cycle.edges().stream().filter(it -> !words.isCall(it)).toList();
        if (cycle.edges().size() == 2 && drawn.size() == 1) {
            return drawn.get(0);
        }
        return cycle.edges().stream()
                .filter(it -> it.before().order() >= it.after().order())
                .findFirst()
                .orElse(cycle.edges().get(0));
    }

    private static String callHint(HardEdge call) {
        return "a call waits for its answer: let " + call.after().name() + " reach "
                + call.before().name() + " by `connection_type: packet_send` or `event_observe`, which wait for nobody,"
                + " or remove one of the edges and calls below";
    }

    private static String edgeHint(HardEdge edge, Cycle cycle, EdgeWords words) {
        String soft = "or, if it is an observation or a feedback, write " + words.softened(edge);
        if (cycle.edges().size() != 2) {
            return "if this edge stands the wrong way round, write " + words.turned(edge) + "; " + soft;
        }
        HardEdge other = cycle.edges().get(0).equals(edge)
                ? cycle.edges().get(1)
                : cycle.edges().get(0);
        if (!words.isCall(other)) {
            return "the other edge says the opposite: remove one of the two; " + soft;
        }
        String later = other.before().order() > other.after().order()
                ? ", and give " + other.before().name() + " a lower number than "
                        + other.after().name() + " in extraction_sequence"
                : "";
        return other.after().name() + " calls " + other.before().name()
                + ", so this edge stands the wrong way round: turn" + " it round, write " + words.turned(edge) + later
                + "; " + soft;
    }
}
