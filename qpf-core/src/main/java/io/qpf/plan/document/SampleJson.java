package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import io.qpf.schema.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Made-up JSON that fits a contract, for the examples of documents and tests. */
public final class SampleJson {
    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("str", "\"text\""),
            Map.entry("int", "1"),
            Map.entry("float", "0.5"),
            Map.entry("bool", "true"),
            Map.entry("bytes", "\"text\""),
            Map.entry("date", "\"2026-01-31\""),
            Map.entry("datetime", "\"2026-01-31T12:00:00Z\""),
            Map.entry("time", "\"12:00:00\""),
            Map.entry("timedelta", "\"PT1H\""),
            Map.entry("decimal", "\"1.5\""),
            Map.entry("uuid", "\"00000000-0000-4000-8000-000000000001\""),
            Map.entry("none", "null"));
    private static final Set<String> LISTS = Set.of("list", "set", "frozenset", "tuple", "sequence", "iterable");
    private static final Set<String> MAPPINGS = Set.of("dict", "mapping");

    private final Map<String, Contract.Model> models;
    private final Set<String> open = new HashSet<>();

    private SampleJson(Map<String, Contract.Model> models) {
        this.models = models;
    }

    /** An object with every field, on one line. */
    public static String object(List<Contract.Field> fields, List<Contract> contracts) {
        return new SampleJson(modelsOf(contracts)).object(fields);
    }

    /** A value of one type, on one line. */
    public static String value(String type, List<Contract> contracts) {
        return new SampleJson(modelsOf(contracts)).value(type);
    }

    private static Map<String, Contract.Model> modelsOf(List<Contract> contracts) {
        return contracts.stream()
                .filter(Contract.Model.class::isInstance)
                .map(Contract.Model.class::cast)
                .collect(Collectors.toMap(it -> it.name().value(), it -> it, (first, second) -> first));
    }

    private String object(List<Contract.Field> fields) {
        return fields.stream()
                .map(it -> SchemaText.of(it.name().value()).json().text() + ": "
                        + value(it.type().value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(String written) {
        String type = written.strip();
        List<String> choices = split(type, '|');
        if (choices.size() > 1) {
            return recursive(choices.get(0)) ? "null" : value(choices.get(0));
        }
        int bracket = type.indexOf('[');
        if (bracket < 0 || !type.endsWith("]")) {
            return named(type);
        }
        List<String> arguments = split(type.substring(bracket + 1, type.length() - 1), ',');
        return generic(type.substring(0, bracket).strip().toLowerCase(Locale.ROOT), arguments);
    }

    private String generic(String container, List<String> arguments) {
        if (LISTS.contains(container)) {
            return recursive(arguments.get(0)) ? "[]" : "[" + value(arguments.get(0)) + "]";
        }
        if (MAPPINGS.contains(container) && arguments.size() == 2) {
            return recursive(arguments.get(1)) ? "{}" : "{\"key\": " + value(arguments.get(1)) + "}";
        }
        if (container.equals("optional")) {
            return recursive(arguments.get(0)) ? "null" : value(arguments.get(0));
        }
        return container.equals("literal") ? literal(arguments.get(0)) : "{}";
    }

    private static String literal(String written) {
        String value = written.strip();
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted
                ? SchemaText.of(value.substring(1, value.length() - 1)).json().text()
                : value;
    }

    private String named(String type) {
        Contract.Model model = models.get(type);
        if (model == null) {
            return SCALARS.getOrDefault(type.toLowerCase(Locale.ROOT), "{}");
        }
        if (!open.add(type)) {
            return "{}";
        }
        String sample = object(model.fields());
        open.remove(type);
        return sample;
    }

    /** Whether a type is being written already: a list of it stays empty, and the sample ends. */
    private boolean recursive(String type) {
        return open.contains(type.strip());
    }

    /** Splits at a mark outside of brackets. */
    private static List<String> split(String text, char mark) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            depth += at == '[' ? 1 : at == ']' ? -1 : 0;
            if (at == mark && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
