package io.qpf.collection;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;

/** Everything that linking can find, with the id that people look up. Ids are never used twice and never reused. */
public enum LinkRule implements StageRule {
    UNKNOWN_AGENT("QPF-DEP-001", Severity.ERROR, "The map names an agent that no schema describes."),
    AMBIGUOUS_AGENT("QPF-DEP-002", Severity.ERROR, "A name fits several agents."),
    NO_SCHEMA("QPF-DEP-003", Severity.ERROR, "A step of the sequence has no schema."),
    NOT_IN_MAP("QPF-DEP-004", Severity.ERROR, "A schema stands in no step of the sequence."),
    NO_SEQUENCE("QPF-DEP-005", Severity.WARNING, "The map's sequence is empty."),
    AGENT_TWICE("QPF-DEP-006", Severity.ERROR, "Two steps extract one agent."),
    TOO_MANY_AGENTS("QPF-DEP-007", Severity.ERROR, "A collection holds ten agents at the most."),
    GUESSED_AGENT("QPF-DEP-008", Severity.INFO, "A name matches an agent only in some of its words."),
    FOUND_ELSEWHERE("QPF-DEP-009", Severity.WARNING, "The schema file of a step stands elsewhere."),
    STEP_DISAGREES("QPF-DEP-010", Severity.ERROR, "The name and the schema file of a step mean two agents."),
    UNKNOWN_END("QPF-DEP-011", Severity.ERROR, "A wiring ends at nobody."),
    WIRED_TO_ITSELF("QPF-DEP-012", Severity.WARNING, "A wiring joins an agent with itself."),
    NO_AGENT_WIRED("QPF-DEP-013", Severity.WARNING, "Neither end of a wiring is an agent."),
    MODULE_MISSPELT("QPF-DEP-014", Severity.WARNING, "An import path differs in case or underscores from a module."),
    MODULE_UNKNOWN("QPF-DEP-015", Severity.ERROR, "An import path names a module that nobody has."),
    MODULE_OF_ANOTHER(
            "QPF-DEP-016", Severity.WARNING, "An import path leads to an agent that the wiring is not about."),
    ROLES_REVERSED("QPF-DEP-017", Severity.INFO, "The observer is the agent that the wiring leads to."),
    METHOD_NEAR("QPF-DEP-018", Severity.WARNING, "A wired method is nearly one that the target has."),
    UNKNOWN_CONNECTION("QPF-DEP-019", Severity.WARNING, "An agent connects to what nobody knows."),
    NOTHING_TO_LINK("QPF-DEP-020", Severity.WARNING, "A file to link does not exist."),
    NAME_NEAR("QPF-DEP-021", Severity.WARNING, "A step spells the name of its agent wrongly."),
    BACKENDS_DIFFER("QPF-CON-001", Severity.WARNING, "Map and glue give one backend two addresses."),
    ROOTS_DIFFER(
            "QPF-CON-002", Severity.ERROR, "The agents of a collection share the first segment of their rootpath.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    LinkRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }
}
