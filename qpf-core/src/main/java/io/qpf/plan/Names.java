package io.qpf.plan;

import java.util.HashSet;
import java.util.Set;

/** Gives out names, each once: a name that is taken gets a number. */
public final class Names {
    private final Set<String> taken;

    public Names(Set<String> reserved) {
        this.taken = new HashSet<>(reserved);
    }

    /** A class: {@code Score}, then {@code Score2}. */
    public String claim(String wanted) {
        return claim(wanted, "", Set.of());
    }

    /** Anything else: {@code score}, then {@code score_2}. */
    public String claimWords(String wanted) {
        return claim(wanted, "_", Set.of());
    }

    /** The same where some more names are taken. */
    public String claimWords(String wanted, Set<String> others) {
        return claim(wanted, "_", others);
    }

    private String claim(String wanted, String seam, Set<String> others) {
        String name = wanted;
        for (int number = 2; others.contains(name) || !taken.add(name); number++) {
            name = wanted + seam + number;
        }
        return name;
    }
}
