package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Contract;
import io.qpf.schema.Contract.Field;
import io.qpf.schema.ContractType;
import io.qpf.schema.SmallestValues;
import io.qpf.schema.SmallestValues.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A type that needs itself, or others so often that no request could carry it: nobody can make a value of it. */
final class UnmakeableType implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-TYP-202", Severity.ERROR, "No value of a contract's type can be made.");
    private static final int SHOWN = 4;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            if (!DeclaredIds.models(agent.schema()).isEmpty()) {
                check(SmallestValues.of(agent.schema().contracts()), found);
            }
        }
        return found;
    }

    private static void check(SmallestValues values, List<Diagnostic> found) {
        Set<String> told = new HashSet<>();
        for (Contract.Model model : values.models()) {
            Optional<Size> size = values.ofModel(model.name().value());
            if (size.isEmpty()) {
                circle(values, model, told).ifPresent(found::add);
            } else if (!size.get().isShowable() && isFirst(values, model)) {
                found.add(tooLarge(model, size.get()));
            }
        }
    }

    /** The circle that a type without a value leads to, once for all of its types. */
    private static Optional<Diagnostic> circle(SmallestValues values, Contract.Model start, Set<String> told) {
        Map<String, Field> way = new LinkedHashMap<>();
        Contract.Model model = start;
        while (told.add(model.name().value())) {
            Need need = need(values, model);
            way.put(model.name().value(), need.field);
            model = need.model;
        }
        Field first = way.get(model.name().value());
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(INFO.at(
                first.type().span(),
                "no value of `" + model.name() + "` can be made, since it needs another one: "
                        + described(way, model.name().value()),
                "let it end: write `" + first.type() + " | None`, or `list[" + first.type()
                        + "]`, which may be empty"));
    }

    private record Need(Field field, Contract.Model model) {}

    /** A field of a type without a value that has none either, and the model that it wants. */
    private static Need need(SmallestValues values, Contract.Model model) {
        List<ContractType> types = values.fieldTypes(model.name().value());
        for (int index = 0; index < types.size(); index++) {
            if (values.of(types.get(index)).isEmpty()) {
                String wanted = values.alternatives(types.get(index)).get(0);
                return new Need(model.fields().get(index), values.model(wanted).orElseThrow());
            }
        }
        throw new IllegalStateException("a value of " + model.name() + " can be made");
    }

    private static String described(Map<String, Field> way, String first) {
        List<String> steps = new ArrayList<>();
        way.forEach((model, field) -> {
            if (model.equals(first) || !steps.isEmpty()) {
                steps.add("`" + model + "." + field.name() + "` is of the type `" + field.type() + "`");
            }
        });
        int left = steps.size() - SHOWN;
        return left > 0
                ? String.join(", ", steps.subList(0, SHOWN)) + ", and so on over " + left + " more"
                : String.join(", ", steps);
    }

    /** Whether all that the type is made of could be made. */
    private static boolean isFirst(SmallestValues values, Contract.Model model) {
        for (ContractType type : values.fieldTypes(model.name().value())) {
            if (values.of(type).filter(Size::isShowable).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static Diagnostic tooLarge(Contract.Model model, Size size) {
        return INFO.at(
                model.name().span(),
                "the smallest value of `" + model.name() + "` has " + size.parts() + " parts, nested " + size.depth()
                        + " deep, and a request or a test takes " + SmallestValues.MOST_PARTS + " parts, "
                        + SmallestValues.DEEPEST + " deep, at the most",
                "let a type on the way end: write `… | None`, or `list[…]`, which may be empty");
    }
}
