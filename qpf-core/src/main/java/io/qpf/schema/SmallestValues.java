package io.qpf.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The smallest value of each type of a schema's contracts, as far as there is one: a list may be empty, and of alternatives
 * the smallest counts. Types are made from the smallest up (Knuth's form of Dijkstra's algorithm), so that each is looked at
 * once, however often they name each other.
 */
public final class SmallestValues {
    /** More than a schema of 51,200 bytes can spell out: only types that name each other several times get there. */
    public static final int MOST_PARTS = 10_000;

    /** Python reads 200 brackets within each other, and a request has some of its own. */
    public static final int DEEPEST = 100;

    private static final long BEYOND_COUNTING = 1L << 40;

    /**
     * The smallest value of a type.
     *
     * @param parts its objects, lists and plain values
     * @param depth how far objects lie within each other
     */
    public record Size(long parts, int depth) {
        private static final Size PLAIN = new Size(1, 1);

        /** Whether a test or a document can show such a value. */
        public boolean isShowable() {
            return parts <= MOST_PARTS && depth <= DEEPEST;
        }
    }

    private record Made(String model, Size size) {}

    /** A model, and how many of its fields still wait. */
    private static final class Owner {
        private final String model;
        private int waits;

        private Owner(String model) {
            this.model = model;
        }
    }

    /** A field that waits for the first of its alternatives. */
    private static final class Need {
        private final Owner owner;
        private boolean met;

        private Need(Owner owner) {
            this.owner = owner;
        }
    }

    private final Map<String, Contract.Model> models = new LinkedHashMap<>();
    private final Map<String, List<ContractType>> types = new HashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();
    private final Map<String, List<Need>> waiting = new HashMap<>();
    private final PriorityQueue<Made> made = new PriorityQueue<>(
            Comparator.comparingLong((Made it) -> it.size.parts).thenComparing(Made::model));

    private SmallestValues(List<Contract> contracts) {
        for (Contract contract : contracts) {
            if (contract instanceof Contract.Model model) {
                models.putIfAbsent(model.name().value(), model);
            }
        }
        models.forEach((name, model) -> types.put(name, typesOf(model.fields())));
        models.keySet().forEach(this::await);
        while (!made.isEmpty()) {
            settle(made.remove());
        }
    }

    public static SmallestValues of(List<Contract> contracts) {
        return new SmallestValues(contracts);
    }

    /** The models, in the order of the schema. */
    public List<Contract.Model> models() {
        return List.copyOf(models.values());
    }

    public Optional<Contract.Model> model(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** The types of fields; one that is none takes any value. */
    public static List<ContractType> typesOf(List<Contract.Field> fields) {
        List<ContractType> types = new ArrayList<>();
        for (Contract.Field field : fields) {
            types.add(ContractType.parse(field.type().value()).orElse(ContractType.Plain.ANY));
        }
        return List.copyOf(types);
    }

    /** The types of a model's fields. */
    public List<ContractType> fieldTypes(String model) {
        return types.getOrDefault(model, List.of());
    }

    /** The smallest value of a model; empty if there is none, as each would need another one. */
    public Optional<Size> ofModel(String model) {
        return Optional.ofNullable(sizes.get(model));
    }

    /** The smallest value of a type; empty if there is none. */
    public Optional<Size> of(ContractType type) {
        List<String> alternatives = alternatives(type);
        if (alternatives.isEmpty()) {
            return Optional.of(Size.PLAIN);
        }
        Optional<Size> smallest = Optional.empty();
        for (String alternative : alternatives) {
            Size size = sizes.get(alternative);
            if (size != null && (smallest.isEmpty() || size.parts < smallest.get().parts)) {
                smallest = Optional.of(size);
            }
        }
        return smallest;
    }

    /** The models of which a value of the type must hold one; none where it can do without. */
    public List<String> alternatives(ContractType type) {
        if (type instanceof ContractType.Model model) {
            return models.containsKey(model.name()) ? List.of(model.name()) : List.of();
        }
        if (!(type instanceof ContractType.Union union)) {
            return List.of();
        }
        List<String> alternatives = new ArrayList<>();
        for (ContractType option : union.options()) {
            List<String> needed = alternatives(option);
            if (needed.isEmpty()) {
                return List.of();
            }
            alternatives.addAll(needed);
        }
        return alternatives;
    }

    private void await(String model) {
        Owner owner = new Owner(model);
        for (ContractType type : fieldTypes(model)) {
            List<String> alternatives = alternatives(type);
            Need need = new Need(owner);
            for (String alternative : alternatives) {
                waiting.computeIfAbsent(alternative, it -> new ArrayList<>()).add(need);
            }
            owner.waits += alternatives.isEmpty() ? 0 : 1;
        }
        if (owner.waits == 0) {
            made.add(new Made(model, sum(model)));
        }
    }

    private void settle(Made it) {
        sizes.put(it.model, it.size);
        for (Need need : waiting.getOrDefault(it.model, List.of())) {
            if (!need.met) {
                need.met = true;
                need.owner.waits--;
                if (need.owner.waits == 0) {
                    made.add(new Made(need.owner.model, sum(need.owner.model)));
                }
            }
        }
    }

    private Size sum(String model) {
        long parts = 1;
        int depth = 0;
        for (ContractType type : fieldTypes(model)) {
            Size size = of(type).orElse(Size.PLAIN);
            parts = Math.min(BEYOND_COUNTING, parts + size.parts);
            depth = Math.max(depth, size.depth);
        }
        return new Size(parts, depth + 1);
    }
}
