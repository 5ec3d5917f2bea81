package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;

/** The settings of an agent. Absent numbers are None. */
public record SettingsView(
        PyExpr port,
        SchemaText apiMode,
        SchemaText runtime,
        SchemaText environment,
        PyExpr taskLimit,
        boolean hasTaskLimit,
        PyExpr decisionLatencyMs,
        boolean hasDecisionLatency,
        PyExpr logFiles,
        boolean hasLogFiles,
        boolean retries,
        PyExpr maxRetries,
        PyExpr backoffMultiplier,
        PyExpr initialDelayMs) {}
