package io.qpf.plan.pack;

import java.util.List;
import java.util.Optional;

/**
 * What a module is for, found from its name.
 *
 * @param name the word of {@code archetype:} in a schema, such as {@code governance_bridge}
 * @param label the words of the banner
 * @param names globs over the module's name in lower case without underscores; the first archetype that matches wins
 * @param template the template of the module
 * @param purpose what to say where the schema says nothing
 * @param keys dotted schema keys that the module is made from
 * @param standard the file name under which the module is added if a declared section needs it and no file carries it
 * @param neededBy dotted keys of which one must be declared for that; {@code always} for every agent
 * @param part whether the controller makes an instance of the module's class from the context alone
 * @param hostsOperations whether a module without an assigned operation declares one under its own name
 */
public record Archetype(
        String name,
        String label,
        List<String> names,
        String template,
        String purpose,
        List<String> keys,
        Optional<String> standard,
        List<String> neededBy,
        boolean part,
        boolean hostsOperations) {
    public Archetype {
        names = List.copyOf(names);
        keys = List.copyOf(keys);
        neededBy = List.copyOf(neededBy);
    }

    /** Whether the globs match a module's name, given in lower case without underscores. */
    public boolean matches(String compactName) {
        for (String glob : names) {
            if (Glob.matches(glob, compactName)) {
                return true;
            }
        }
        return false;
    }
}
