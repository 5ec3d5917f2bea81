package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;

/** How an agent reasons. Lists are tuples. */
public record ReasoningView(
        SchemaText framework,
        SchemaText model,
        PyExpr secondaryModels,
        PyExpr allModels,
        PyExpr strategies,
        PyExpr scopeDays,
        boolean scoped,
        SchemaText fusionMode,
        PyExpr sources,
        PyExpr stages,
        PyExpr steps,
        boolean hasModels,
        boolean hasSources) {}
