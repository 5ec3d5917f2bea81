package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Bindings;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Bound code that is never reached. */
final class UnreachableOperation implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-214", Severity.WARNING, "Code is bound to an operation that nobody can call.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<Text> called = DeclaredIds.reached(agent, subject.collection().wirings());
            for (Bindings.Binding binding : agent.schema().bindings().operations()) {
                String name = binding.name().value();
                if (called.stream().noneMatch(it -> it.value().equals(name))) {
                    found.add(INFO.at(
                            binding.name().span(),
                            "`" + name + "` of " + agent.name() + " is bound, and neither endpoint nor wiring calls it",
                            Suggest.hint(
                                    name, called.stream().map(Text::value), "add an endpoint or a wiring for it")));
                }
            }
        }
        return found;
    }
}
