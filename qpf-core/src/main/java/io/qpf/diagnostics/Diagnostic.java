package io.qpf.diagnostics;

import io.qpf.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One finding.
 *
 * @param rule the id of the rule, such as {@code QPF-STR-001}
 * @param message what is wrong, one sentence without a place in it
 * @param span where
 * @param hint what to do now; never blank for an error
 * @param related other places that belong to the finding
 * @param fix what mends it, where that is certain
 */
public record Diagnostic(
        String rule,
        Severity severity,
        String message,
        Span span,
        String hint,
        List<Related> related,
        Optional<Fix> fix) {
    /** Another place and what it has to do with the finding. */
    public record Related(Span span, String message) {}

    public Diagnostic {
        related = List.copyOf(related);
        if (severity == Severity.ERROR && hint.isBlank()) {
            throw new IllegalArgumentException(rule + ": an error says what to do now");
        }
    }

    /** A finding that people must mend. */
    public Diagnostic(String rule, Severity severity, String message, Span span, String hint, List<Related> related) {
        this(rule, severity, message, span, hint, related, Optional.empty());
    }

    public static Diagnostic error(String rule, Span span, String message, String hint) {
        return new Diagnostic(rule, Severity.ERROR, message, span, hint, List.of());
    }

    public static Diagnostic warning(String rule, Span span, String message, String hint) {
        return new Diagnostic(rule, Severity.WARNING, message, span, hint, List.of());
    }

    public static Diagnostic info(String rule, Span span, String message, String hint) {
        return new Diagnostic(rule, Severity.INFO, message, span, hint, List.of());
    }

    /** The same finding with one more related place. */
    public Diagnostic with(Related place) {
        List<Related> places = Stream.concat(related.stream(), Stream.of(place)).toList();
        return new Diagnostic(rule, severity, message, span, hint, places, fix);
    }

    /** The same finding with what mends it. */
    public Diagnostic fixedBy(Optional<Fix> certain) {
        return new Diagnostic(rule, severity, message, span, hint, related, certain);
    }

    /** The same finding with what mends it. */
    public Diagnostic fixedBy(Fix certain) {
        return fixedBy(Optional.of(certain));
    }
}
