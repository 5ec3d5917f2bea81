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
        return subject.graph().cycles().stream().map(HardCycle::finding).toList();
    }

    private static Diagnostic finding(Cycle cycle) {
        HardEdge back = cycle.edges().stream()
                .filter(it -> it.before().order() >= it.after().order())
                .findFirst()
                .orElse(cycle.edges().get(0));
        Diagnostic finding = INFO.at(
                back.origin(),
                "the agents depend on each other in a circle: " + cycle,
                "if this edge is an observation or a feedback, write `"
                        + back.before().name() + " ->> " + back.after().name()
                        + "`; if it comes from a call, drop the edge that goes the other way");
        for (HardEdge edge : cycle.edges()) {
            if (!edge.origin().equals(back.origin())) {
                finding = finding.with(new Diagnostic.Related(
                        edge.origin(),
                        edge.before().name() + " is extracted before "
                                + edge.after().name()));
            }
        }
        return finding;
    }
}
