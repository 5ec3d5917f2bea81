package io.qpf.plan;

import io.qpf.schema.AgentSchema;

/** Which dotted keys a schema gives, below any depth that it was recorded at. */
final class DeclaredKeys {
    private DeclaredKeys() {}

    static boolean declares(AgentSchema schema, String key) {
        String below = key + ".";
        for (String given : schema.keys()) {
            if (given.equals(key) || given.startsWith(below)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything stands below the key: an empty list says that there is none. */
    static boolean gives(AgentSchema schema, String key) {
        return declares(schema, key) && !schema.empty().contains(key);
    }
}
