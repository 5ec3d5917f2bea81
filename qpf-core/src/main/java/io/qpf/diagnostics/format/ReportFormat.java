package io.qpf.diagnostics.format;

import io.qpf.diagnostics.Report;

/** A way to write a whole report down for a machine. The same report gives the same text. */
public interface ReportFormat {
    String format(Report report);
}
