package io.qpf.gates.report;

/** A way to write readiness down. The same report gives the same text. */
public interface ReadinessFormat {
    String format(ReadinessReport report);
}
