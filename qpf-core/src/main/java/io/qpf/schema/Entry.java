package io.qpf.schema;

import io.qpf.source.Text;

/** A key and its free-form value. */
public record Entry(Text key, Datum value) {}
