package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Contract;
import io.qpf.schema.Contract.Field;
import io.qpf.schema.ContractType;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The type of a contract's field is none that a contract can have, so that the field takes any value. */
final class UnknownContractType implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-TYP-201", Severity.WARNING, "A field of a contract has a type that contracts do not know.");
    private static final List<String> PLAIN =
            List.of("str", "int", "float", "bool", "date", "datetime", "None", "object", "list", "dict");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            List<String> models =
                    DeclaredIds.models(agent.schema()).stream().map(Text::value).toList();
            for (Contract contract : agent.schema().contracts()) {
                for (Field field : DeclaredIds.typed(contract)) {
                    finding(field, models).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Diagnostic> finding(Field field, List<String> models) {
        Optional<ContractType> type = ContractType.parse(field.type().value());
        if (type.isEmpty()) {
            return Optional.of(at(
                    field,
                    "`" + field.type() + "` is no type of a contract",
                    "write a plain type such as str or float, list[…], dict[str, …], or alternatives between bars"));
        }
        for (String model : ContractType.models(type.get())) {
            if (!models.contains(model)) {
                List<String> known = new ArrayList<>(PLAIN);
                known.addAll(models);
                String hint = Suggest.nearest(model, known.stream())
                        .map(it -> "did you mean " + it + "?")
                        .orElse("write a plain type such as str or float, or declare " + model + " under contracts");
                return Optional.of(
                        at(field, "`" + model + "` is neither a plain type nor a type of the contracts", hint));
            }
        }
        return Optional.empty();
    }

    private static Diagnostic at(Field field, String what, String hint) {
        return INFO.at(field.type().span(), what + ", so `" + field.name() + "` takes any value", hint);
    }
}
