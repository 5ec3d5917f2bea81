package io.qpf.diagnostics.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON with two blanks and a line feed, on every machine; always text that UTF-8 can hold. */
public final class JsonText {
    private JsonText() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static String of(ObjectNode root) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return Printable.whole(new ObjectMapper().writer(printer).writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a tree of values is always JSON", broken);
        }
    }
}
