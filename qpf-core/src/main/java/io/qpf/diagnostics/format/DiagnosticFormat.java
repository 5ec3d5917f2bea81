package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Diagnostics;

/** A way to write findings down. The same findings give the same text; every line ends in a line feed. */
public interface DiagnosticFormat {
    String format(Diagnostics diagnostics);
}
