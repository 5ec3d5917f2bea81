package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/** A contract for an operation that does not exist. */
final class UnusedContract implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-215", Severity.WARNING, "A contract types an operation that nobody can call.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<Text> called = DeclaredIds.called(agent, subject.collection().wirings());
            List<Bindings.Binding> bound = agent.schema().bindings().operations();
            for (Contract contract : agent.schema().contracts()) {
                String name = contract.name().value();
                boolean known = called.stream().anyMatch(it -> it.value().equals(name))
                        || bound.stream().anyMatch(it -> it.name().value().equals(name));
                if (contract instanceof Contract.Operation && !known) {
                    found.add(INFO.at(
                            contract.name().span(),
                            agent.name() + " has a contract for `" + name + "`, and no such operation",
                            Suggest.hint(
                                    name, called.stream().map(Text::value), "add an endpoint or a wiring for it")));
                }
            }
        }
        return found;
    }
}
