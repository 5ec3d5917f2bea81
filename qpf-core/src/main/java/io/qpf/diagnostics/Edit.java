package io.qpf.diagnostics;

import io.qpf.source.Span;

/**
 * A stretch of a file and what should stand there instead.
 *
 * @param span empty where text is only put in
 */
public record Edit(Span span, String text) {}
