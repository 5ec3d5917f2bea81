package io.qpf.plan;

import java.util.HashSet;
import java.util.Set;

/** Gives out names, each once: a name that is taken gets a number. */
final class Names {
    private final Set<String> taken;

    Names(Set<String> reserved) {
        this.taken = new HashSet<>(reserved);
    }

    String claim(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}
