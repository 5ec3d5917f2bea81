package io.qpf.schema.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A table of keys as a JSON Schema, draft 7, which editors read. */
final class JsonSchemaText {
    private static final int LEAST_VERSION = 6;

    /** What the loader asks of texts, as far as a pattern can say it: each accepts all that the loader does. */
    private static final Map<String, String> PATTERNS = Map.of(
            "edge", "\\S.*?\\s*(->>?|→)\\s*[^()>→\\s]",
            "inside", "^(?!\\s*(/|\\.\\.(/|\\\\|$)))",
            "route", "/",
            "target", "^[^\\s:]+:[^\\s:]+$",
            "version", "^\\s*$|^\\s*v?0*([6-9]|[1-9][0-9]+)([.+-].*)?\\s*$");

    private JsonSchemaText() {}

    static String of(KeyTable table, String id) throws JsonProcessingException {
        ObjectNode root = node();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("$id", "https://qpf.io/schemas/" + id);
        root.put("title", table.name());
        root.put("description", table.description());
        root.setAll(mapping(table.children()));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new ObjectMapper()
                        .writer(new DefaultPrettyPrinter()
                                .withObjectIndenter(indenter)
                                .withArrayIndenter(indenter))
                        .writeValueAsString(root)
                + "\n";
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Unknown keys are allowed, since the loader keeps them. */
    private static ObjectNode mapping(List<KeyTable> keys) {
        ObjectNode mapping = node().put("type", "object");
        ObjectNode properties = node();
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        for (KeyTable it : keys) {
            properties.set(it.name(), value(it));
            if (it.required()) {
                required.add(it.name());
            }
        }
        mapping.set("properties", properties);
        if (!required.isEmpty()) {
            mapping.set("required", required);
        }
        return mapping;
    }

    private static ObjectNode value(KeyTable key) {
        ObjectNode value = node().put("description", key.description());
        if (!key.example().isEmpty()) {
            String pasted = "`" + key.name() + ": " + LanguagePage.pasted(key.example()) + "`";
            value.put("markdownDescription", key.description() + "\n\n" + pasted);
            example(value, key);
        }
        List<ObjectNode> forms = new ArrayList<>();
        for (String form : key.forms().stream().sorted().toList()) {
            forms.addAll(form(key, form));
        }
        List<ObjectNode> items = items(key);
        if (!items.isEmpty()) {
            forms.add(list(items, key));
        }
        if (!key.required()) {
            forms.add(type("null"));
        }
        if (key.forms().contains("any")) {
            return value;
        }
        if (forms.size() == 1) {
            return value.setAll(forms.get(0));
        }
        ArrayNode any = value.putArray("anyOf");
        forms.forEach(any::add);
        return value;
    }

    private static void example(ObjectNode value, KeyTable key) {
        boolean list = key.example().startsWith("[") || key.example().startsWith("{");
        if (!list) {
            value.putArray("examples").add(key.example());
        }
    }

    private static List<ObjectNode> form(KeyTable key, String form) {
        return switch (form) {
            case "one" -> {
                ObjectNode one = node();
                key.choices().forEach(one.putArray("enum")::add);
                yield List.of(one);
            }
            case "folded" -> {
                ObjectNode one = node();
                key.choices().forEach(one.putArray("enum")::add);
                yield List.of(one, type("string").put("pattern", inAnyCase(key.choices())));
            }
            case "text", "texts" -> List.of(text(key));
            case "flag" -> List.of(type("boolean"));
            case "whole" -> List.of(whole(key));
            case "number" -> List.of(type("number"));
            case "map" -> List.of(mapping(key.mappingKeys()));
            case "free" -> List.of(free(key));
            case "each" -> {
                ObjectNode each = type("object");
                each.putObject("additionalProperties")
                        .putArray("anyOf")
                        .add(mapping(key.itemKeys()))
                        .add(text());
                yield List.of(each);
            }
            case "maps", "any" -> List.of();
            default -> throw new IllegalArgumentException(key.name() + " has the unknown form " + form);
        };
    }

    /** What may stand in a list: one that says nothing is left out. */
    private static List<ObjectNode> items(KeyTable key) {
        List<ObjectNode> items = new ArrayList<>();
        if (key.forms().contains("maps")) {
            items.add(mapping(key.itemKeys()));
        }
        if (key.forms().contains("texts")) {
            items.add(text(key));
            items.add(pair());
        }
        if (!items.isEmpty()) {
            items.add(type("null"));
        }
        return items;
    }

    private static ObjectNode type(String name) {
        return node().put("type", name);
    }

    /** A scalar of any kind is a text. */
    /** JSON Schema has patterns of ECMAScript, which ignore case only by a flag that nobody can give here. */
    private static String inAnyCase(List<String> choices) {
        StringBuilder pattern = new StringBuilder("^\\s*(");
        for (String choice : choices) {
            pattern.append(pattern.charAt(pattern.length() - 1) == '(' ? "" : "|");
            choice.chars()
                    .mapToObj(Character::toString)
                    .forEach(it -> pattern.append('[')
                            .append(it.toUpperCase(Locale.ROOT))
                            .append(it.toLowerCase(Locale.ROOT))
                            .append(']'));
        }
        return pattern.append(")\\s*$").toString();
    }

    private static ObjectNode text() {
        ObjectNode text = node();
        text.putArray("type").add("string").add("number").add("boolean");
        return text;
    }

    /** A line with a colon, which YAML takes for a mapping and QPF for a text. */
    private static ObjectNode pair() {
        ObjectNode pair = type("object").put("minProperties", 1).put("maxProperties", 1);
        pair.set("additionalProperties", text());
        return pair;
    }

    /** A text with a pattern; a version may be a number, too. */
    private static ObjectNode text(KeyTable key) {
        ObjectNode text = text();
        pattern(key).ifPresent(it -> text.put("pattern", it));
        if (key.limits().contains("~version")) {
            text.put("minimum", LEAST_VERSION);
        }
        return text;
    }

    private static Optional<String> pattern(KeyTable key) {
        return key.limits().stream()
                .filter(it -> it.startsWith("~"))
                .map(it -> Optional.ofNullable(PATTERNS.get(it.substring(1))).orElseThrow())
                .findFirst();
    }

    private static ObjectNode whole(KeyTable key) {
        ObjectNode whole = type("integer");
        for (String limit : key.limits()) {
            int dots = limit.indexOf("..");
            whole.put("minimum", Long.parseLong(limit.substring(0, dots)));
            if (dots + 2 < limit.length()) {
                whole.put("maximum", Long.parseLong(limit.substring(dots + 2)));
            }
        }
        return whole;
    }

    /** A mapping with free names; where a pattern is given its values are texts of that form. */
    private static ObjectNode free(KeyTable key) {
        boolean knowsSome = key.forms().size() == 1 && !key.children().isEmpty();
        ObjectNode free = knowsSome ? mapping(key.children()) : type("object");
        pattern(key)
                .ifPresent(it -> free.set("additionalProperties", type("string").put("pattern", it)));
        return free;
    }

    private static ObjectNode list(List<ObjectNode> items, KeyTable key) {
        ObjectNode list = type("array");
        if (key.limits().contains("unique")) {
            list.put("uniqueItems", true);
        }
        if (key.limits().contains("some")) {
            list.put("minItems", 1);
        }
        ArrayNode any = list.putObject("items").putArray("anyOf");
        items.forEach(any::add);
        return list;
    }
}
