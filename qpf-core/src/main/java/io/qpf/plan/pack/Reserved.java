package io.qpf.plan.pack;

import java.util.Set;

/**
 * Names that generated modules must leave to the foundation and the templates.
 *
 * @param tests classes that stand beside a module's own in its tests alone
 */
public record Reserved(Set<String> classes, Set<String> tests, Set<String> constants, Set<String> members) {
    public Reserved {
        classes = Set.copyOf(classes);
        tests = Set.copyOf(tests);
        constants = Set.copyOf(constants);
        members = Set.copyOf(members);
    }
}
