package io.qpf.review;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Fingerprint;
import io.qpf.diagnostics.Report.Allowed;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weighs findings as a project wants it. An error stays one, whatever anybody says: it is what cannot be extracted truthfully,
 * and no comment changes that.
 */
public final class Review {
    private static final Pattern ID = Pattern.compile("(?i)\\bQPF-[A-Z]+-\\d+");

    private final Settings settings;
    private final Supplier<List<String>> ids;
    private final Allowances allowances;
    private final Set<Allowance> used = new HashSet<>();
    private final Set<Allowance> forErrors = new HashSet<>();
    private final Map<String, Integer> baseline;
    private final List<Diagnostic> counting = new ArrayList<>();
    private final List<Allowed> allowed = new ArrayList<>();

    private Review(Settings settings, Allowances allowances, Supplier<List<String>> ids) {
        this.settings = settings;
        this.ids = ids;
        this.baseline = new HashMap<>(settings.baseline().known());
        this.allowances = allowances;
    }

    /**
     * What is left of findings.
     *
     * @param counting what counts, with what is wrong about allowances
     * @param allowed what does not
     */
    public record Reviewed(Diagnostics counting, List<Allowed> allowed) {
        public Reviewed {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * Weighs findings.
     *
     * @param ids all rules, asked for only where a comment names one that found nothing
     */
    public static Reviewed of(Diagnostics found, Allowances allowances, Settings settings, Supplier<List<String>> ids) {
        boolean plain = allowances.isEmpty()
                && settings.severities().isEmpty()
                && settings.baseline().known().isEmpty();
        return plain ? new Reviewed(found, List.of()) : new Review(settings, allowances, ids).review(found);
    }

    private Reviewed review(Diagnostics found) {
        // What comes behind an error was not looked at, so that nobody knows what an allowance is good for.
        boolean complete = !found.hasErrors();
        found.all().forEach(it -> weighed(it).ifPresent(this::take));
        allowances.misspelt().forEach(it -> weighed(misspelt(it)).ifPresent(this::take));
        for (Allowance it : allowances.all()) {
            mistake(it, complete).flatMap(this::weighed).ifPresent(this::take);
        }
        return new Reviewed(new Diagnostics(counting), allowed);
    }

    private Optional<Diagnostic> weighed(Diagnostic it) {
        Optional<Severity> own = settings.severities().get(it.rule());
        if (own == null || it.severity() == Severity.ERROR) {
            return Optional.of(it);
        }
        return own.map(weight -> heavier(it, weight));
    }

    /** An error says what to do; a rule that is one only here may have been silent about that. */
    private static Diagnostic heavier(Diagnostic it, Severity weight) {
        String hint =
                it.hint().isBlank() && weight == Severity.ERROR ? "this project takes it for an error" : it.hint();
        return new Diagnostic(it.rule(), weight, it.message(), it.span(), hint, it.related(), it.fix());
    }

    private void take(Diagnostic it) {
        Optional<Allowance> allowance = allowances.about(it);
        if (allowance.isPresent() && it.severity() == Severity.ERROR) {
            forErrors.add(allowance.get());
        } else if (allowance.isPresent()) {
            used.add(allowance.get());
            if (!allowance.get().reason().isEmpty()) {
                allowed.add(new Allowed(it, allowance.get().reason(), true));
                return;
            }
        }
        if (it.severity() != Severity.ERROR && !baseline.isEmpty() && isKnown(it)) {
            allowed.add(new Allowed(it, "it stands in the baseline", false));
        } else {
            counting.add(it);
        }
    }

    private boolean isKnown(Diagnostic it) {
        String fingerprint = Fingerprint.of(it);
        int left = baseline.getOrDefault(fingerprint, 0);
        if (left > 0) {
            baseline.put(fingerprint, left - 1);
        }
        return left > 0;
    }

    private static Diagnostic misspelt(Text comment) {
        Matcher id = ID.matcher(comment.value());
        String rule = id.find() ? id.group().toUpperCase(Locale.ROOT) : "QPF-GOV-302";
        return ReviewRule.MISSPELT.at(
                comment.span(),
                "this comment looks like an allowance, and allows nothing",
                "write `# qpf:allow " + rule + ": why`, in small letters and without a blank in `qpf:allow`");
    }

    private Optional<Diagnostic> mistake(Allowance it, boolean complete) {
        if (it.rule().isEmpty()) {
            return Optional.of(ReviewRule.UNKNOWN_RULE.at(
                    it.comment().span(),
                    "this allowance names no rule",
                    "write `# qpf:allow QPF-GOV-302: why`; the id stands in the finding"));
        }
        if (forErrors.contains(it)) {
            return Optional.of(ReviewRule.ERROR_STAYS.at(
                    it.comment().span(),
                    it.rule() + " is an error here, and an error cannot be allowed",
                    "mend what it says, and remove the comment"));
        }
        if (it.reason().isEmpty()) {
            return Optional.of(ReviewRule.NO_REASON.at(
                    it.comment().span(),
                    "this allowance of " + it.rule() + " gives no reason, so it allows nothing",
                    "write the reason behind a colon: `# qpf:allow " + it.rule() + ": why`"));
        }
        return used.contains(it) ? Optional.empty() : unused(it, complete);
    }

    private Optional<Diagnostic> unused(Allowance it, boolean complete) {
        List<String> known = ids.get();
        if (!known.contains(it.rule())) {
            return Optional.of(ReviewRule.UNKNOWN_RULE.at(
                    it.comment().span(),
                    "there is no rule " + it.rule(),
                    Suggest.hint(it.rule(), known.stream(), "mvn qpf:explain -Dqpf.rule=list names all rules")));
        }
        // A rule that is off here finds nothing that anybody could see; elsewhere it may.
        boolean off = settings.severities()
                .getOrDefault(it.rule(), Optional.of(Severity.INFO))
                .isEmpty();
        return complete && !off
                ? Optional.of(ReviewRule.UNUSED.at(
                        it.comment().span(),
                        it.rule() + " finds nothing where this allowance stands",
                        "remove the comment, or move it above the line that it is about"))
                : Optional.empty();
    }
}
