package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;

/** What only shows while the stages are put together, with the id that people look up. Ids are never used twice. */
public enum ExtractRule {
    CONTRACT(
            "QPF-OUT-010",
            Severity.ERROR,
            "A file that stands in for one of the foundation lacks names that agents import."),
    DOMAIN_NOT_UTF8("QPF-SYN-101", Severity.WARNING, "A file of the domain code is not UTF-8."),
    BAD_TEMPLATE("QPF-SYN-102", Severity.ERROR, "A template of one's own cannot be rendered."),
    NO_MAPPING("QPF-STR-103", Severity.ERROR, "The front matter of the extractor is no mapping."),
    OTHER_PACK("QPF-STR-104", Severity.ERROR, "The extractor is written for another pack.");

    private final String id;
    private final Severity severity;
    private final String summary;

    ExtractRule(String id, Severity severity, String summary) {
        this.id = id;
        this.severity = severity;
        this.summary = summary;
    }

    /** What people look up. */
    public RuleInfo info() {
        return new RuleInfo(id, severity, summary);
    }

    Diagnostic at(Span span, String message, String hint) {
        return info().at(span, message, hint);
    }
}
