package io.qpf.plan.view;

import io.qpf.python.SchemaText;

/**
 * The docstring that opens every Python file.
 *
 * @param title agent, module and archetype
 * @param origin the schema file
 * @param keys the schema keys that the file comes from, joined by commas
 */
public record Banner(SchemaText title, SchemaText purpose, SchemaText origin, SchemaText keys) {}
