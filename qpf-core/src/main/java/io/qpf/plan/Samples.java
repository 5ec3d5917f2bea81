package io.qpf.plan;

import io.qpf.schema.Contract;
import io.qpf.schema.ContractType;
import io.qpf.schema.ContractType.Plain;
import io.qpf.schema.SmallestValues;
import io.qpf.schema.SmallestValues.Size;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes values of an agent's contracts.
 *
 * <p>What may be left out (an item of a list, a type that is optional) is shown as long as the value stays small; from there
 * on, and within a type that is being shown already, the smallest value has to do. So the work is bounded by
 * {@link SmallestValues#MOST_PARTS}, however often types name each other or themselves.
 */
public final class Samples {
    private static final int EXTRA_PARTS = 200;
    private static final int EXTRA_DEPTH = 6;
    private static final String KEY = "key";

    private final SmallestValues smallest;

    public Samples(List<Contract> contracts) {
        this.smallest = SmallestValues.of(contracts);
    }

    /** An object with every field. */
    public Sample object(List<Contract.Field> fields) {
        return new Walk().object(fields, SmallestValues.typesOf(fields));
    }

    /** A value of a type as it is written. */
    public Sample value(String type) {
        return new Walk().value(ContractType.parse(type).orElse(Plain.ANY));
    }

    /** One value on its way. */
    private final class Walk {
        private final Set<String> open = new HashSet<>();
        private long left = EXTRA_PARTS;
        private int sparing;

        Sample object(List<Contract.Field> fields, List<ContractType> types) {
            Map<String, Sample> members = new LinkedHashMap<>();
            for (int index = 0; index < types.size(); index++) {
                members.put(fields.get(index).name().value(), value(types.get(index)));
            }
            return new Sample.Members(members);
        }

        Sample value(ContractType type) {
            if (type instanceof Plain plain) {
                return new Sample.Value(plain);
            }
            if (type instanceof ContractType.Model model) {
                return model(model.name());
            }
            if (type instanceof ContractType.ListOf list) {
                return new Sample.Items(takes(list.item()) ? List.of(value(list.item())) : List.of());
            }
            if (type instanceof ContractType.DictOf dict) {
                return new Sample.Members(takes(dict.value()) ? Map.of(KEY, value(dict.value())) : Map.of());
            }
            ContractType.Union union = (ContractType.Union) type;
            for (ContractType option : union.options()) {
                if (option != Plain.NONE && takes(option)) {
                    return value(option);
                }
            }
            return value(least(union));
        }

        /** Whether something that may be left out is shown; what it takes at the least is paid for then. */
        private boolean takes(ContractType type) {
            if (type instanceof Plain) {
                return true;
            }
            for (String model : ContractType.models(type)) {
                if (open.contains(model)) {
                    return false;
                }
            }
            Optional<Size> size = smallest.of(type).filter(it -> it.isShowable() && it.parts() <= left);
            if (sparing > 0 || open.size() >= EXTRA_DEPTH || size.isEmpty()) {
                return false;
            }
            left -= size.get().parts();
            return true;
        }

        /** The option with the smallest value: none at all if it may be. */
        private ContractType least(ContractType.Union union) {
            ContractType least = union.options().contains(Plain.NONE)
                    ? Plain.NONE
                    : union.options().get(0);
            for (ContractType option : union.options()) {
                if (parts(option) < parts(least)) {
                    least = option;
                }
            }
            return least;
        }

        private long parts(ContractType type) {
            return smallest.of(type).map(Size::parts).orElse(Long.MAX_VALUE);
        }

        /** A model that is not declared takes any value; of one that cannot be shown another rule has told. */
        private Sample model(String name) {
            Optional<Contract.Model> model = smallest.model(name);
            if (model.isEmpty()
                    || smallest.ofModel(name).filter(Size::isShowable).isEmpty()) {
                return new Sample.Value(Plain.ANY);
            }
            boolean first = open.add(name);
            sparing += first ? 0 : 1;
            Sample sample = object(model.get().fields(), smallest.fieldTypes(name));
            sparing -= first ? 0 : 1;
            if (first) {
                open.remove(name);
            }
            return sample;
        }
    }
}
