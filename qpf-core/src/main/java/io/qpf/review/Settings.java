package io.qpf.review;

import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a project wants to count.
 *
 * @param failOn which findings fail the build
 * @param severities rules that weigh more or less here; empty for those that are switched off
 */
public record Settings(FailOn failOn, Map<String, Optional<Severity>> severities, Baseline baseline) {
    public static final Settings USUAL = new Settings(FailOn.ERROR, Map.of(), Baseline.NONE);

    public Settings {
        severities = Map.copyOf(severities);
    }

    /** {@code QPF-GOV-302=error, QPF-STR-004=off}. */
    public static Map<String, Optional<Severity>> severities(String text) {
        Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
        for (String pair : List.of(text.replaceAll("\\s*=\\s*", "=").split("[,\\s]+", -1))) {
            if (!pair.isEmpty()) {
                List<String> parts = List.of(pair.split("=", 2));
                if (parts.size() < 2) {
                    throw new IllegalArgumentException("qpf.severities is a list of ID=severity, such as "
                            + "QPF-GOV-302=error, and \"" + pair + "\" is none");
                }
                severities.put(parts.get(0).toUpperCase(Locale.ROOT), severity(parts.get(1)));
            }
        }
        return severities;
    }

    private static Optional<Severity> severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error" -> Optional.of(Severity.ERROR);
            case "warning" -> Optional.of(Severity.WARNING);
            case "info" -> Optional.of(Severity.INFO);
            case "off" -> Optional.empty();
            default ->
                throw new IllegalArgumentException(
                        "a severity is error, warning, info or off, and not \"" + word + "\"");
        };
    }
}
