package io.qpf.rules;

import io.qpf.collection.Collection;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Metadata;
import java.util.ArrayList;
import java.util.List;

/** People rely on an agent that relies on a draft. */
final class ProductionOnDraft implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-209", Severity.WARNING, "An agent in production depends on a draft.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Collection.HardEdge edge : subject.collection().hardEdges()) {
            if (Standing.isUnready(edge.before()) && Standing.isInProduction(edge.after())) {
                Metadata draft = edge.before().schema().metadata();
                found.add(INFO.at(
                        edge.origin(),
                        edge.after().name() + " is in production, and depends on "
                                + edge.before().name() + ", which is not ready",
                        "bring " + edge.before().name() + " to production first, or call "
                                + edge.after().name() + " a draft too",
                        new Diagnostic.Related(
                                KeyPlace.of(draft.span(), "status"),
                                "the status of " + edge.before().name())));
            }
        }
        return found;
    }
}
