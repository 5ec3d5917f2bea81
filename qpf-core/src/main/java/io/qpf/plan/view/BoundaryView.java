package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;

/** Two readings on both sides of a boundary. */
public record BoundaryView(SchemaText trigger, SchemaText id, PyExpr quiet, PyExpr alarming) {}
