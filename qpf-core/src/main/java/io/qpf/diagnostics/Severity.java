package io.qpf.diagnostics;

/** How much a diagnostic weighs, heaviest first. Only errors stop an extraction. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word that reports print. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "info";
        };
    }
}
