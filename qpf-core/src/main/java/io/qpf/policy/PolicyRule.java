package io.qpf.policy;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;

/** Everything that can be said about a condition, with the id that people look up. Ids are never used twice. */
public enum PolicyRule {
    PROSE("QPF-GOV-201", Severity.INFO, "A part of a policy is prose and never fires."),
    NO_NUMBER("QPF-GOV-202", Severity.ERROR, "A named threshold has no number, so its condition can never fire."),
    BAD_NUMBER("QPF-GOV-203", Severity.ERROR, "The number of a threshold cannot be read."),
    NEVER_HOLDS("QPF-GOV-204", Severity.ERROR, "No value satisfies a conjunction."),
    UNREADABLE("QPF-GOV-205", Severity.ERROR, "A comparison cannot be read whole."),
    THOUSANDTHS("QPF-GOV-206", Severity.WARNING, "An underscore before three digits is read as the decimal point."),
    COUNTED("QPF-GOV-207", Severity.INFO, "A word behind a number is no unit."),
    ALL_OF("QPF-GOV-208", Severity.WARNING, "A lead asks for all alternatives, but a comma means \"or\"."),
    TOO_MANY("QPF-GOV-209", Severity.ERROR, "A text holds too many alternatives.");

    private final String id;
    private final Severity severity;
    private final String summary;

    PolicyRule(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    /** What people look up. */
    public RuleInfo info() {
        return new RuleInfo(id, severity, summary);
    }

    public String id() {
        return id;
    }

    Diagnostic at(Span span, String message, String hint) {
        return info().at(span, message, hint);
    }

    Diagnostic at(Severity weight, Span span, String message, String hint) {
        return info().at(weight, span, message, hint);
    }
}
