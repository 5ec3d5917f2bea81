package io.qpf.source;

/** A value and where it was written. */
public record Located<T>(T value, Span span) {}
