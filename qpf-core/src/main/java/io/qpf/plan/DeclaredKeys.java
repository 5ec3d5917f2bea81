package io.qpf.plan;

/** Which dotted keys a schema gives, below any depth that it was recorded at. */
final class DeclaredKeys {
    private DeclaredKeys() {}

    static boolean declares(io.qpf.schema.AgentSchema schema, String key) {
        return schema.keys().stream().anyMatch(it -> it.equals(key) || it.startsWith(key + "."));
    }
}
