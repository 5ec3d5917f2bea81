package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people read about a rule.
 *
 * @param id such as {@code QPF-CON-101}, never used twice and never reused
 * @param summary what it finds, one sentence
 * @param why why that matters, one or two sentences
 * @param bad YAML that it finds
 * @param good the same, mended
 */
public record RuleInfo(String id, Severity severity, Layer layer, String summary, String why, String bad, String good) {
    public RuleInfo {
        if (Stream.of(id, summary, why, bad, good).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a rule says what it finds and why, with examples: " + id);
        }
    }

    Diagnostic at(Span span, String message, String hint) {
        return new Diagnostic(id, severity, message, span, hint, List.of());
    }

    /** The same with the other place that the finding is about. */
    Diagnostic at(Span span, String message, String hint, Diagnostic.Related other) {
        return at(span, message, hint).with(other);
    }
}
