package io.qpf.review;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;

/** What can be wrong with an allowance, with the id that people look up. Ids are never used twice and never reused. */
public enum ReviewRule implements StageRule {
    NO_REASON("QPF-STR-401", "An allowance gives no reason."),
    UNUSED("QPF-STR-402", "An allowance allows nothing."),
    UNKNOWN_RULE("QPF-STR-403", "An allowance names no rule."),
    ERROR_STAYS("QPF-STR-404", "An allowance is for an error."),
    MISSPELT("QPF-STR-405", "A comment looks like an allowance and is none.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    ReviewRule(String id, String summary) {
        info = new RuleInfo(id, Severity.WARNING, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }
}
