package io.qpf.diagnostics;

import java.util.Locale;

/** Which findings fail a build. */
public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    /** Whether a finding of this weight fails the build. */
    public boolean isReachedBy(Severity severity) {
        return switch (this) {
            case ERROR -> severity == Severity.ERROR;
            case WARNING -> severity != Severity.INFO;
            case INFO -> true;
            case NEVER -> false;
        };
    }

    /** Whether one of these findings fails the build. */
    public boolean isReachedBy(Diagnostics findings) {
        for (Diagnostic it : findings.all()) {
            if (isReachedBy(it.severity())) {
                return true;
            }
        }
        return false;
    }

    /** The one of this word. */
    public static FailOn of(String word) {
        for (FailOn it : values()) {
            if (it.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return it;
            }
        }
        throw new IllegalArgumentException("failOn is error, warning, info or never, and not \"" + word + "\"");
    }

    /** The word that people write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
