package io.qpf.policy;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;
import io.qpf.source.Span;

/** Everything that can be said about a condition, with the id that people look up. Ids are never used twice. */
public enum PolicyRule implements StageRule {
    PROSE("QPF-GOV-201", Severity.INFO, "A part of a policy is prose and never fires."),
    NO_NUMBER("QPF-GOV-202", Severity.ERROR, "A named threshold has no number, so its condition can never fire."),
    BAD_NUMBER("QPF-GOV-203", Severity.ERROR, "The number of a threshold cannot be read."),
    NEVER_HOLDS("QPF-GOV-204", Severity.ERROR, "No value satisfies a conjunction."),
    UNREADABLE("QPF-GOV-205", Severity.ERROR, "A comparison cannot be read whole."),
    THOUSANDTHS("QPF-GOV-206", Severity.WARNING, "A mark before three digits is read as the decimal point."),
    COUNTED("QPF-GOV-207", Severity.INFO, "A word behind a number is no unit."),
    ALL_OF("QPF-GOV-208", Severity.WARNING, "A lead asks for all alternatives, but a comma means \"or\"."),
    TOO_MANY("QPF-GOV-209", Severity.ERROR, "A text holds too many alternatives."),
    SENTENCE_AS_NAME("QPF-GOV-210", Severity.INFO, "A sentence is read as the name of an event or a metric.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    PolicyRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }

    /** The same where the place makes it heavier or lighter than it is elsewhere. */
    Diagnostic at(Severity weight, Span span, String message, String hint) {
        return info.at(weight, span, message, hint);
    }
}
