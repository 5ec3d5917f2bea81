package io.qpf.gates.report;

import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Threshold;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What several reports say in the same words. */
final class Words {
    private Words() {}

    /** An outcome for machines. */
    static String constant(Outcome outcome) {
        if (outcome instanceof Outcome.NotRun) {
            return "NOT_RUN";
        }
        return outcome instanceof Outcome.NotApplicable ? "NOT_APPLICABLE" : outcome.word();
    }

    /** Why nothing was measured; empty if something was. */
    static Optional<String> why(Outcome outcome) {
        if (outcome instanceof Outcome.NotRun it) {
            return Optional.of(it.why());
        }
        return outcome instanceof Outcome.NotApplicable it ? Optional.of(it.why()) : Optional.empty();
    }

    /** Such as {@code 3, wanted <= 0}. */
    static String against(Outcome outcome, Threshold threshold) {
        return outcome.measured().map(Figure::text).orElse("–") + ", wanted " + threshold.text();
    }

    /** A threshold as print has it. */
    static String wanted(Threshold it) {
        return it.text().replace("<=", "≤").replace(">=", "≥");
    }

    /** Findings, one a line. */
    static String lines(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::text).collect(Collectors.joining("\n"));
    }

    /** What to do about a gate, with the place of the whole output. */
    static String remedy(GateResult result) {
        return "What to do: " + result.gate().remedy()
                + result.log().map(it -> "\nLog: " + it).orElse("");
    }
}
