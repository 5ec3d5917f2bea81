package io.qpf.rules;

import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import java.util.List;

/** Two agents go by one name. */
final class SharedName implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-CON-204",
            Severity.ERROR,
            Layer.CONSISTENCY,
            "Two agents have one name.",
            "Map, glue, logs and metrics know agents by their names. Case, blanks and underscores tell none apart.",
            """
            name: MainAgent     # main.yaml
            name: main_agent    # adapter.yaml
            """,
            """
            name: MainAgent
            name: DomainAdapter
            """);

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
