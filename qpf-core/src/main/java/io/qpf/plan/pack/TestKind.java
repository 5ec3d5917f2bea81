package io.qpf.plan.pack;

import java.util.List;

/**
 * A test file of an agent.
 *
 * @param name the file name, such as {@code test_governance.py}
 * @param archetypes it is made if the agent has a module of one of these; always if empty
 */
public record TestKind(String name, String template, List<String> archetypes, List<String> keys) {
    public TestKind {
        archetypes = List.copyOf(archetypes);
        keys = List.copyOf(keys);
    }
}
