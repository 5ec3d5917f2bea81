package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection.HardEdge;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.source.Located;
import io.qpf.source.Span;
import java.util.Comparator;
import java.util.List;

/** The graph wants another order than the sequence. */
final class EdgeAgainstSequence implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-202",
            Severity.ERROR,
            "The dependency graph or a call wants another order than the extraction sequence.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        // A step that could not be read is an error of its own, and nobody knows its place.
        if (!subject.collection().map().allSteps()) {
            return List.of();
        }
        return subject.collection().hardEdges().stream()
                .filter(it -> it.before().order() > it.after().order())
                .filter(it -> !isInCycle(subject, it))
                .map(it -> finding(subject, it))
                .toList();
    }

    /** A circle has an error of its own. */
    private static boolean isInCycle(Subject subject, HardEdge edge) {
        return subject.graph().cycles().stream()
                .map(it -> it.agents().stream().map(Agent::order).toList())
                .anyMatch(it -> it.contains(edge.before().order())
                        && it.contains(edge.after().order()));
    }

    private static Diagnostic finding(Subject subject, HardEdge edge) {
        String before = edge.before().name();
        String after = edge.after().name();
        return INFO.at(
                edge.origin(),
                before + " must come before " + after + " here, but the sequence extracts it after: "
                        + edge.after().order() + " is " + after + ", "
                        + edge.before().order() + " is " + before,
                hint(edge, new EdgeWords(subject.collection())),
                new Diagnostic.Related(step(subject, edge.before()), "the step of " + before));
    }

    private static String hint(HardEdge edge, EdgeWords words) {
        String before = edge.before().name();
        String after = edge.after().name();
        String number = "give " + before + " a lower number than " + after + " in extraction_sequence";
        if (words.isCall(edge)) {
            return after + " calls " + before + ", so " + number + "; or let it reach " + before
                    + " by `connection_type: packet_send` or `event_observe`, which wait for nobody";
        }
        return number + "; or, if the sequence is right, turn this edge round: write " + words.turned(edge)
                + "; or, if it is an observation or a feedback, write " + words.softened(edge);
    }

    private static Span step(Subject subject, Agent agent) {
        List<Step> steps = subject.collection().map().sequence();
        return steps.stream()
                .sorted(Comparator.comparing(it -> it.order().value()))
                .skip(agent.order() - 1L)
                .map(Step::order)
                .map(Located::span)
                .findFirst()
                .orElse(agent.schema().identity().name().span());
    }
}
