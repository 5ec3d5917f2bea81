package io.qpf.rules;

import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;

/** Two agents go by one name. */
final class SharedName implements Rule {
    private static final RuleInfo INFO = new RuleInfo("QPF-CON-204", Severity.ERROR, "Two agents have one name.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return Twins.of(
                        subject.agents(),
                        it -> Names.fold(it.name()),
                        it -> it.schema().identity().name().span())
                .map(it -> INFO.at(
                        it.span(),
                        "`" + it.second().name() + "` is also the name of the agent in "
                                + it.first().schema().source().path(),
                        "give the two agents names that differ in their letters",
                        it.other("the other agent")))
                .toList();
    }
}
