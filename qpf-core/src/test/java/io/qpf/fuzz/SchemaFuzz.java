package io.qpf.fuzz;

/** Any bytes as an agent schema, loaded, linked and checked. */
public final class SchemaFuzz {
    private SchemaFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Target.schema(bytes);
    }
}
