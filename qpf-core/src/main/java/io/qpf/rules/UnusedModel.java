package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Contract;
import io.qpf.schema.ContractType;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A type that nothing is of. */
final class UnusedModel implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-217", Severity.INFO, "A contract defines a type that no field has.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            Set<String> used = new HashSet<>();
            for (Contract contract : agent.schema().contracts()) {
                fields(contract)
                        .flatMap(it -> ContractType.parse(it.type().value()).stream())
                        .forEach(it -> used.addAll(ContractType.models(it)));
            }
            for (Text model : DeclaredIds.models(agent.schema())) {
                if (!used.contains(model.value())) {
                    found.add(INFO.at(
                            model.span(),
                            "no field of " + agent.name() + " is of the type " + model,
                            "name it as the type of a field, or remove it"));
                }
            }
        }
        return found;
    }

    private static Stream<Contract.Field> fields(Contract contract) {
        if (contract instanceof Contract.Model model) {
            return model.fields().stream();
        }
        return contract instanceof Contract.Operation operation
                ? Stream.of(operation.request(), operation.response())
                        .flatMap(Optional::stream)
                        .flatMap(List::stream)
                : Stream.empty();
    }
}
