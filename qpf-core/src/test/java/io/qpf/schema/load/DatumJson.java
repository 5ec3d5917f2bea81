package io.qpf.schema.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.qpf.schema.Datum;

/** YAML as a JSON Schema sees it. */
final class DatumJson {
    private DatumJson() {}

    static JsonNode of(Datum datum) {
        if (datum instanceof Datum.Mapping mapping) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach(it -> node.set(it.key().value(), of(it.value())));
            return node;
        }
        if (datum instanceof Datum.Sequence sequence) {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            sequence.items().forEach(it -> node.add(of(it)));
            return node;
        }
        Datum.Scalar scalar = (Datum.Scalar) datum;
        String text = scalar.text().value();
        return switch (scalar.kind()) {
            case NULL -> NullNode.instance;
            case BOOLEAN -> BooleanNode.valueOf(CoreSchema.truth(text));
            case INTEGER -> LongNode.valueOf(CoreSchema.integer(text).orElse(0));
            case FLOAT -> DoubleNode.valueOf(CoreSchema.number(text).orElse(0));
            case STRING -> TextNode.valueOf(text);
        };
    }
}
