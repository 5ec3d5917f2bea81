package io.qpf.plan.pack;

import java.util.List;
import java.util.Map;

/**
 * A test file of an agent.
 *
 * @param name the file name, such as {@code test_governance.py}
 * @param archetypes it is made if the agent has a module of one of these; always if empty
 * @param lines about how many lines a thing that it tries takes, by what the thing is
 */
public record TestKind(
        String name, String template, List<String> archetypes, List<String> keys, Map<String, Integer> lines) {
    public TestKind {
        lines = Map.copyOf(lines);
        archetypes = List.copyOf(archetypes);
        keys = List.copyOf(keys);
    }

    /** About how many lines one of that takes; none if the pack does not say. */
    public int lines(String thing) {
        return lines.getOrDefault(thing, 0);
    }

    /** The name of one of several files, since one for all would be too long; the first has the kind's own. */
    public String name(int number) {
        return number == 1 ? name : name.replace(".py", "_" + number + ".py");
    }
}
