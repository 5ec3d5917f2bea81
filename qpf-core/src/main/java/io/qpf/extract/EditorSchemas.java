package io.qpf.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON Schemas that editors read: resources, which a test holds against what the loader's readers ask for. */
public final class EditorSchemas {
    private static final List<String> NAMES = List.of("agent.schema.json", "glue.schema.json", "map.schema.json");

    private EditorSchemas() {}

    /** Each by the name of its file. */
    public static Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String name : NAMES) {
            try (InputStream in = EditorSchemas.class.getResourceAsStream("/io/qpf/editor/" + name)) {
                if (in == null) {
                    throw new IOException("the schema " + name + " is missing from the plugin");
                }
                all.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all;
    }
}
