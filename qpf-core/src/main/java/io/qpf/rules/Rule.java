package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import java.util.List;

/** One thing that a collection must keep to. Pure: the same collection, the same findings; nothing thrown, no file read. */
public interface Rule {
    /** What people read about it. */
    RuleInfo info();

    /** What it finds. */
    List<Diagnostic> check(Subject subject);
}
