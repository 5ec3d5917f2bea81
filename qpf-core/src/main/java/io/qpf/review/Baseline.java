package io.qpf.review;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Fingerprint;
import io.qpf.diagnostics.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings that were there when somebody began to look: one line each, of which the first word counts.
 *
 * @param known how often each fingerprint stands in it
 */
public record Baseline(Map<String, Integer> known) {
    public static final Baseline NONE = new Baseline(Map.of());

    private static final String HEAD = """
            # Findings that QPF knew of when this file was written; new ones count as ever. Errors are never among them.
            # Written by mvn qpf:validate -Dqpf.writeBaseline. A line may go as soon as its finding is mended.
            """;

    public Baseline {
        known = Map.copyOf(known);
    }

    /** Reads the text of a baseline. */
    public static Baseline of(String text) {
        Map<String, Integer> known = new HashMap<>();
        text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .forEach(it -> {
                    int end = it.indexOf(' ');
                    known.merge(end < 0 ? it : it.substring(0, end), 1, Integer::sum);
                });
        return new Baseline(known);
    }

    /** The text of a baseline of these findings, without the errors among them. */
    public static String text(Diagnostics findings) {
        StringBuilder text = new StringBuilder(HEAD);
        List<Diagnostic> kept = findings.all().stream()
                .filter(it -> it.severity() != Severity.ERROR)
                .toList();
        for (Diagnostic it : kept) {
            String message = it.message().replaceAll("\\s+", " ");
            text.append(Fingerprint.of(it)).append(' ').append(it.rule()).append(' ');
            text.append(it.span().file().path()).append(": ").append(message).append('\n');
        }
        return text.toString();
    }
}
