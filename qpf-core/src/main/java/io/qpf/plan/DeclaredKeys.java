package io.qpf.plan;

import io.qpf.schema.AgentSchema;

/** Which dotted keys a schema gives, below any depth that it was recorded at. */
final class DeclaredKeys {
    private DeclaredKeys() {}

    static boolean declares(AgentSchema schema, String key) {
        return schema.keys().stream().anyMatch(it -> it.equals(key) || it.startsWith(key + "."));
    }
}
