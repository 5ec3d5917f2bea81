package io.qpf.diagnostics;

import io.qpf.source.Span;
import java.util.List;

/**
 * One thing that QPF looks at, wherever it does: while it loads, links, checks, plans or writes. Why it matters and what it
 * looks like stands on the rule's page, a resource, so that whoever only runs rules does not pay for texts.
 *
 * @param id such as {@code QPF-CON-101}, never used twice and never reused; its letters tell the layer
 * @param severity how much a finding weighs, unless its place makes it heavier or lighter
 * @param summary what it finds, one sentence
 */
public record RuleInfo(String id, Severity severity, String summary) {
    /** What it is about. */
    public Layer layer() {
        return Layer.of(id);
    }

    public Diagnostic at(Span span, String message, String hint) {
        return at(severity, span, message, hint);
    }

    /** The same where the place makes it heavier or lighter than it is elsewhere. */
    public Diagnostic at(Severity weight, Span span, String message, String hint) {
        return new Diagnostic(id, weight, message, span, hint, List.of());
    }

    /** The same with the other place that the finding is about. */
    public Diagnostic at(Span span, String message, String hint, Diagnostic.Related other) {
        return at(span, message, hint).with(other);
    }
}
