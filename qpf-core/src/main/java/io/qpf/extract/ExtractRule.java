package io.qpf.extract;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;

/** What only shows while the stages are put together, with the id that people look up. Ids are never used twice. */
public enum ExtractRule implements StageRule {
    CONTRACT(
            "QPF-OUT-010",
            Severity.ERROR,
            "A file that stands in for one of the foundation lacks names that agents import."),
    DOMAIN_NOT_UTF8("QPF-SYN-101", Severity.WARNING, "A file of the domain code is not UTF-8."),
    BAD_TEMPLATE("QPF-SYN-102", Severity.ERROR, "A template of one's own cannot be rendered."),
    IDLE_TEMPLATE("QPF-SYN-103", Severity.WARNING, "A file among one's own templates takes the place of none."),
    NO_MAPPING("QPF-STR-103", Severity.ERROR, "The front matter of the extractor is no mapping."),
    OTHER_PACK("QPF-STR-104", Severity.ERROR, "The extractor is written for another pack.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    ExtractRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }
}
