package io.qpf.plan;

import io.qpf.python.PyIdentifier;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations whose types, or whose bindings, stand in one module: more than one has room for go to others. Pylint takes 1000
 * lines, and what is counted here is an estimate.
 */
public final class Shares {
    /** The archetypes whose modules hold a share each. */
    public static final List<String> ARCHETYPES = List.of("contracts", "bindings");

    private static final int LONGEST = 900;
    private static final int HEAD = 40;
    private static final int CLASS = 8;
    private static final int BINDING = 13;
    private static final int STRATEGY = 4;

    private Shares() {}

    /** The names of the operations in each module of an archetype; one list where all have room in one. */
    public static List<List<String>> of(String archetype, AgentSchema schema) {
        return archetype.equals("contracts") ? contracts(schema) : bindings(schema);
    }

    /** The named types stand in the first, since they may need each other. */
    private static List<List<String>> contracts(AgentSchema schema) {
        int head = HEAD;
        Map<String, Integer> lines = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Contract contract : schema.contracts()) {
            if (contract instanceof Contract.Model model) {
                head += lines(model.fields());
            } else if (contract instanceof Contract.Operation operation) {
                names.add(operation.name().value());
                lines.put(
                        operation.name().value(),
                        operation.request().map(Shares::lines).orElse(0)
                                + operation.response().map(Shares::lines).orElse(0));
            }
        }
        return cut(names, lines, head);
    }

    private static List<List<String>> bindings(AgentSchema schema) {
        Map<String, Integer> lines = new HashMap<>();
        for (Contract contract : schema.contracts()) {
            if (contract instanceof Contract.Operation operation) {
                int fields = operation.request().map(List::size).orElse(0);
                lines.put(operation.name().value(), BINDING + CLASS + fields);
            }
        }
        List<String> names = new ArrayList<>();
        for (Bindings.Binding binding : schema.bindings().operations()) {
            names.add(binding.name().value());
            lines.putIfAbsent(binding.name().value(), BINDING);
        }
        return cut(
                names, lines, HEAD + STRATEGY * schema.bindings().strategies().size());
    }

    /** A field under another name than its own is written over four lines. */
    private static int lines(List<Contract.Field> fields) {
        int lines = CLASS;
        for (Contract.Field field : fields) {
            lines += PyIdentifier.isIdentifier(field.name().value()) ? 1 : 4;
        }
        return lines;
    }

    private static List<List<String>> cut(List<String> names, Map<String, Integer> lines, int head) {
        List<List<String>> shares = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int used = head;
        for (String name : names) {
            int more = lines.getOrDefault(name, 0);
            if (!open.isEmpty() && used + more > LONGEST) {
                shares.add(List.copyOf(open));
                open.clear();
                used = HEAD;
            }
            open.add(name);
            used += more;
        }
        shares.add(List.copyOf(open));
        return shares;
    }
}
