package io.qpf.plan.pack;

import java.util.Set;

/** Names that generated modules must leave to the foundation and the templates. */
public record Reserved(Set<String> classes, Set<String> constants, Set<String> members) {
    public Reserved {
        classes = Set.copyOf(classes);
        constants = Set.copyOf(constants);
        members = Set.copyOf(members);
    }
}
