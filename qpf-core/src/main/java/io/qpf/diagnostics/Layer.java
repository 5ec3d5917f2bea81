package io.qpf.diagnostics;

import java.util.Locale;

/** What a rule is about, from the bytes of a file to how the agents will run. Reports group by it. */
public enum Layer {
    /** Whether a file can be read at all. */
    SYNTAX,
    /** Whether a file has the sections, keys and names that it needs. */
    STRUCTURE,
    /** Whether a value is of the kind that its key asks for. */
    TYPES,
    /** Whether agents, wirings, bindings and files find each other. */
    DEPENDENCIES,
    /** Whether people hear of what they should decide. */
    GOVERNANCE,
    /** Whether two places say the same, and nothing stands where something else does. */
    CONSISTENCY,
    /** Whether the agents can keep the times that the schema promises. */
    PERFORMANCE;

    /** The word that reports print. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layer of an id, by its family: the three letters after {@code QPF-}. */
    public static Layer of(String id) {
        return switch (id.substring("QPF-".length(), "QPF-".length() + 3)) {
            case "SYN" -> SYNTAX;
            case "STR" -> STRUCTURE;
            case "TYP" -> TYPES;
            case "DEP" -> DEPENDENCIES;
            case "GOV" -> GOVERNANCE;
            case "PRF" -> PERFORMANCE;
            // What stands in the output folder, and what was meant to.
            case "CON", "OUT" -> CONSISTENCY;
            default -> throw new IllegalArgumentException(id + " is of no family that has a layer");
        };
    }
}
