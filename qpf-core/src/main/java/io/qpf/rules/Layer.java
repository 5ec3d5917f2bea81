package io.qpf.rules;

import java.util.Locale;

/** What a rule is about. Reports group by it. */
public enum Layer {
    STRUCTURE,
    DEPENDENCIES,
    GOVERNANCE,
    CONSISTENCY;

    /** The word that reports print. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
