package io.qpf.maven;

import io.qpf.diagnostics.format.Printable;
import io.qpf.gates.Advice;
import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Readiness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The gates of a collection, one line each: the figure, what it must reach, and how many of how many are as they should be.
 * Below those that stop the build stands what was found. What nobody asked for takes one line together.
 */
record GateTable(Style style) {
    private static final int SHOWN = 10;
    private static final String INDENT = " ".repeat(11);

    String of(Readiness readiness) {
        StringBuilder text = new StringBuilder(style.strong("gates of " + readiness.collection())).append('\n');
        Set<String> reasons = new HashSet<>();
        int unasked = 0;
        for (GateResult it : readiness.results()) {
            if (it.outcome() instanceof Outcome.NotRun notRun && notRun.isNotAsked()) {
                unasked++;
                continue;
            }
            text.append(line(it));
            if (it.stops()) {
                details(text, it, reasons);
            }
        }
        if (unasked > 0) {
            text.append("  NOT RUN  ").append(Words.count(unasked, "more gate"));
            text.append(", since qpf.gates does not ask for them; leave it out to measure everything\n");
        }
        long ready = readiness.agents().stream()
                .filter(Readiness.AgentReadiness::deploymentReady)
                .count();
        String verdict =
                "deploymentready: " + ready + " of " + readiness.agents().size() + " agents";
        return text.append(readiness.deploymentReady() ? style.good(verdict) : style.removed(verdict))
                .append(" in ")
                .append(Words.seconds(readiness.took()))
                .append(unserved(readiness))
                .toString();
    }

    /** What is declared and has no code, in the verdict's own line and then by name. */
    private static String unserved(Readiness readiness) {
        StringBuilder text = new StringBuilder();
        Advice.counted(readiness.agents()).ifPresent(it -> text.append("; ").append(it));
        text.append('\n');
        Advice.of(readiness.agents()).forEach(it -> add(text, it));
        return text.toString();
    }

    private String line(GateResult it) {
        String word = String.format(Locale.ROOT, "%-8s", it.outcome().word());
        String painted =
                it.stops() ? style.removed(word) : it.outcome() instanceof Outcome.Passed ? style.good(word) : word;
        String line = String.format(
                Locale.ROOT,
                "  %s %-16s %-9s %-9s  %s",
                painted,
                it.gate().id(),
                it.outcome().measured().map(Figure::text).orElse("–"),
                it.threshold().text(),
                remarks(it));
        return line.stripTrailing() + "\n";
    }

    /** What lies behind a figure, and what is to be known of it. */
    private String remarks(GateResult it) {
        List<String> remarks = new ArrayList<>();
        it.outcome()
                .measured()
                .ifPresent(one -> remarks.add(String.format(Locale.ROOT, "%,d of %,d", one.good(), one.all())));
        if (it.outcome() instanceof Outcome.NotApplicable nothing) {
            remarks.add(nothing.why());
        }
        it.threshold().reason().ifPresent(why -> remarks.add("because " + Printable.line(why)));
        if (it.kept()) {
            remarks.add(style.faint("(kept)"));
        }
        if (it.outcome().stops() && !it.stops()) {
            remarks.add("(allowed)");
        }
        return String.join(" ", remarks);
    }

    /** Many gates may not run for one reason: it is said at the first of them. */
    private static void details(StringBuilder text, GateResult it, Set<String> reasons) {
        if (it.outcome() instanceof Outcome.NotRun notRun && reasons.add(notRun.why())) {
            notRun.why().lines().forEach(line -> add(text, line));
        }
        List<Evidence> evidence = it.evidence();
        evidence.stream().limit(SHOWN).forEach(one -> add(text, one.text()));
        if (evidence.size() > SHOWN) {
            add(text, "… and " + (evidence.size() - SHOWN) + " more");
        }
        it.logs().forEach(log -> add(text, "log: " + log));
    }

    private static void add(StringBuilder text, String line) {
        text.append(INDENT).append(Printable.line(line)).append('\n');
    }
}
