package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;

/** A memory layer. Retention is a call, or None for ever. */
public record LayerView(
        PyIdentifier constant,
        PyIdentifier attribute,
        SchemaText layer,
        SchemaText storage,
        boolean hasPurpose,
        SchemaText purpose,
        boolean hasKeyspace,
        SchemaText keyspace,
        boolean hasTtl,
        PyExpr ttl,
        boolean hasRetention,
        PyExpr retention,
        boolean indexed,
        PyExpr indexBy,
        boolean structured,
        PyExpr structure,
        boolean longTerm) {}
