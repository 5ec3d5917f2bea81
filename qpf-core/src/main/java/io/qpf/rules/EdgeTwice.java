package io.qpf.rules;

import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ExtractorMap;
import java.util.List;

/** The graph says one thing twice, or two things at once. */
final class EdgeTwice implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-216", Severity.WARNING, "Two edges join the same agents in the same direction.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return Twins.of(subject.collection().map().edges(), EdgeTwice::key, ExtractorMap.Edge::span)
                .map(it -> INFO.at(
                        it.span(),
                        it.second().observes() == it.first().observes()
                                ? "the edge from " + it.second().from() + " to "
                                        + it.second().to() + " is given twice"
                                : it.second().from() + " and " + it.second().to()
                                        + " are joined by a hard and by a soft edge",
                        "keep one of the two",
                        it.other("the other edge")))
                .toList();
    }

    private static String key(ExtractorMap.Edge edge) {
        return Names.fold(edge.from().value()) + ">" + Names.fold(edge.to().value());
    }
}
