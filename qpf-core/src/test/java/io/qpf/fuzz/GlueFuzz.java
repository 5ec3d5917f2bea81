package io.qpf.fuzz;

/** Any bytes as a glue, loaded, linked and checked. */
public final class GlueFuzz {
    private GlueFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Target.glue(bytes);
    }
}
