package io.qpf.diagnostics;

import io.qpf.source.Span;

/** A rule that a stage looks at while it does its work: a constant of the enum that lists what this stage can find. */
public interface StageRule {
    /** What people look up. */
    RuleInfo info();

    default String id() {
        return info().id();
    }

    default Diagnostic at(Span span, String message, String hint) {
        return info().at(span, message, hint);
    }
}
