package io.qpf.fuzz;

/** Any bytes as an extractor map, loaded, linked and checked. */
public final class MapFuzz {
    private MapFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        Target.map(bytes);
    }
}
