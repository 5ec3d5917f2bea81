package io.qpf.plan;

import io.qpf.plan.pack.DocumentKind;

/** A document to generate. */
public record DocumentPlan(String path, DocumentKind kind) {}
