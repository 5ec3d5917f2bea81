package io.qpf.plan.document;

import io.qpf.python.SchemaText;

/**
 * One value that a schema says in its own shape.
 *
 * @param key its place, nested keys joined by dots, items numbered in brackets
 */
public record FreeFact(SchemaText key, SchemaText value) {
    /** Whether the value's lines mean something, so that it needs a block of its own. */
    boolean block() {
        return value.raw().strip().contains("\n");
    }
}
