package io.qpf.plan;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;

/** Everything that planning can find, with the id that people look up. Ids are never used twice and never reused. */
public enum PlanRule implements StageRule {
    PATHS_MEET("QPF-CON-101", Severity.ERROR, "Two planned files meet at one path."),
    TYPE_NAME_TAKEN(
            "QPF-CON-102",
            Severity.ERROR,
            "A type of the contracts is named like a class that generated modules import."),
    BOUND_ELSEWHERE(
            "QPF-DEP-101", Severity.WARNING, "A binding names a module that is not in the folder of domain code."),
    NO_BOUND_MODULE("QPF-DEP-102", Severity.ERROR, "A binding names a module that the domain code does not have."),
    NO_BOUND_NAME("QPF-DEP-103", Severity.ERROR, "A binding names a callable that its module does not define."),
    NO_SUCH_STRATEGY("QPF-DEP-104", Severity.ERROR, "A binding is for a strategy that the schema does not list."),
    UNKNOWN_STEP(
            "QPF-DEP-105",
            Severity.WARNING,
            "A step of a packet route or pipeline names nothing that the agent can do."),
    BROKEN_PYTHON("QPF-DEP-106", Severity.ERROR, "A bound module is no Python."),
    MODULE_ADDED("QPF-STR-101", Severity.INFO, "A module is added that the schema does not list."),
    NAME_TOO_LONG("QPF-STR-105", Severity.ERROR, "A file name is longer than file systems take."),
    NO_PYTHON("QPF-STR-102", Severity.WARNING, "A file to generate is no Python module.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    PlanRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }
}
