package io.qpf.maven;

import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import java.util.List;
import java.util.Locale;

/** The gates of a collection, one line each, and below those that stop the build what was found. */
record GateTable(Style style) {
    private static final int SHOWN = 10;

    String of(Readiness readiness) {
        StringBuilder text = new StringBuilder(style.strong("gates of " + readiness.collection())).append('\n');
        for (GateResult it : readiness.results()) {
            text.append(line(it));
            if (it.stops()) {
                text.append(details(it));
            }
        }
        long ready = readiness.agents().stream()
                .filter(Readiness.AgentReadiness::deploymentReady)
                .count();
        String verdict =
                "deploymentready: " + ready + " of " + readiness.agents().size() + " agents";
        return text.append(readiness.deploymentReady() ? style.good(verdict) : style.removed(verdict))
                .append(" in ")
                .append(Words.seconds(readiness.took()))
                .append('\n')
                .toString();
    }

    private String line(GateResult it) {
        String word = String.format(Locale.ROOT, "%-8s", it.outcome().word());
        String painted =
                it.stops() ? style.removed(word) : it.outcome() instanceof Outcome.Passed ? style.good(word) : word;
        String reason = it.threshold().reason().map(why -> " because " + why).orElse("");
        return String.format(
                Locale.ROOT,
                "  %s %-16s %-12s %s%s%n",
                painted,
                it.gate().id(),
                figure(it.outcome()),
                it.threshold().text(),
                reason
                        + (it.kept() ? style.faint(" (kept)") : "")
                        + (it.outcome().stops() && !it.stops() ? " (allowed)" : ""));
    }

    private static String figure(Outcome outcome) {
        if (outcome instanceof Outcome.Passed it) {
            return it.figure().text();
        }
        return outcome instanceof Outcome.Failed it ? it.figure().text() : "–";
    }

    private static String details(GateResult it) {
        StringBuilder text = new StringBuilder();
        if (it.outcome() instanceof Outcome.NotRun notRun) {
            text.append("           ").append(notRun.why()).append('\n');
        }
        List<Evidence> evidence = it.evidence();
        evidence.stream()
                .limit(SHOWN)
                .forEach(one -> text.append("           ").append(one.text()).append('\n'));
        if (evidence.size() > SHOWN) {
            text.append("           … and ").append(evidence.size() - SHOWN).append(" more\n");
        }
        it.logs().forEach(log -> text.append("           log: ").append(log).append('\n'));
        return text.toString();
    }
}
