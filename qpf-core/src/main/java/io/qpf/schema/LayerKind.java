package io.qpf.schema;

import java.util.Locale;

/** The five memory layers of v6. */
public enum LayerKind {
    WORKING("workingmemory"),
    EPISODIC("episodicmemory"),
    SEMANTIC("semanticmemory"),
    CAUSAL("causalmemory"),
    LONG_TERM("longtermpersistence");

    private final String key;

    LayerKind(String key) {
        this.key = key;
    }

    /** The key below {@code memorytopology}. */
    public String key() {
        return key;
    }

    /** The short word of code and documents: working, episodic, semantic, causal, longterm. */
    public String word() {
        return this == LONG_TERM ? "longterm" : name().toLowerCase(Locale.ROOT);
    }
}
