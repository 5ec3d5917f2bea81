package io.qpf.plan.view;

import io.qpf.python.SchemaText;

/** The init file of a package that only holds others together. */
public record PackageView(SchemaText summary) {}
