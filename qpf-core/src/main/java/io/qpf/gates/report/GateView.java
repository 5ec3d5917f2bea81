package io.qpf.gates.report;

import io.qpf.gates.Evidence;
import io.qpf.gates.GateResult;
import io.qpf.gates.GateResult.AgentFigure;
import io.qpf.gates.Outcome;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Threshold;
import io.qpf.gates.Unit;
import io.qpf.python.SchemaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One gate on the page, with what lies behind its figure.
 *
 * @param behind how many of how many; empty if nothing was measured
 * @param more how many findings are left to the JSON report
 */
record GateView(
        int number,
        SchemaText id,
        SchemaText title,
        Badge badge,
        boolean stops,
        boolean failed,
        SchemaText figure,
        SchemaText wanted,
        SchemaText measures,
        SchemaText from,
        Optional<SchemaText> reason,
        Optional<SchemaText> why,
        Optional<SchemaText> behind,
        List<AgentRow> agents,
        List<FoundIn> files,
        SchemaText more,
        boolean hasMore,
        SchemaText remedy,
        SchemaText took,
        Optional<SchemaText> log) {
    private static final int SHOWN = 25;

    /** A gate's figure for an agent; whose threshold differs says where from. */
    record AgentRow(SchemaText agent, Badge badge, SchemaText figure, SchemaText wanted, Optional<SchemaText> from) {}

    /** The findings in a file. */
    record FoundIn(SchemaText file, List<Finding> findings) {}

    /**
     * A finding.
     *
     * @param line empty for the file as a whole
     */
    record Finding(Optional<SchemaText> line, SchemaText message) {}

    static GateView of(int number, GateResult it) {
        int more = Math.max(0, it.evidence().size() - SHOWN);
        return new GateView(
                number,
                SchemaText.of(it.gate().id()),
                SchemaText.of(it.gate().title()),
                Badge.of(it.outcome(), it.allowed()),
                it.stops(),
                it.outcome() instanceof Outcome.Failed,
                SchemaText.of(it.outcome().measured().map(Figure::text).orElse("–")),
                SchemaText.of(Words.wanted(it.threshold())),
                SchemaText.of(it.gate().measures()),
                SchemaText.of(it.threshold().from()),
                it.threshold().reason().map(SchemaText::of),
                Words.why(it.outcome()).map(SchemaText::of),
                it.outcome().measured().map(GateView::behind),
                it.agents().stream().map(agent -> row(it.threshold(), agent)).toList(),
                files(it),
                SchemaText.of(String.format(Locale.ROOT, "%,d", more)),
                more > 0,
                SchemaText.of(it.gate().remedy()),
                SchemaText.of(it.kept() ? "kept from an earlier run" : seconds(it.took())),
                it.log().map(SchemaText::of));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static SchemaText behind(Figure it) {
        String text = it.unit() == Unit.SCORE
                ? "%,d of %,d statements, by weight of what was found"
                : "%,d of %,d are as they should be";
        return SchemaText.of(String.format(Locale.ROOT, text, it.good(), it.all()));
    }

    private static AgentRow row(Threshold usual, AgentFigure it) {
        return new AgentRow(
                SchemaText.of(it.agent()),
                Badge.of(it.outcome(), false),
                SchemaText.of(it.outcome().measured().map(Figure::text).orElse("–")),
                SchemaText.of(Words.wanted(it.threshold())),
                it.threshold().equals(usual)
                        ? Optional.empty()
                        : Optional.of(SchemaText.of(it.threshold().from()
                                + it.threshold()
                                        .reason()
                                        .map(why -> ", because " + why)
                                        .orElse(""))));
    }

    private static List<FoundIn> files(GateResult it) {
        Map<String, List<Finding>> files = new LinkedHashMap<>();
        it.evidence().stream()
                .limit(SHOWN)
                .forEach(one -> files.computeIfAbsent(one.file(), file -> new ArrayList<>())
                        .add(finding(one)));
        return files.entrySet().stream()
                .map(entry -> new FoundIn(SchemaText.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Finding finding(Evidence it) {
        return new Finding(
                it.line() > 0 ? Optional.of(SchemaText.of(String.valueOf(it.line()))) : Optional.empty(),
                SchemaText.of(it.message() + (it.rule().isEmpty() ? "" : " (" + it.rule() + ")")));
    }

    public boolean hasAgents() {
        return !agents.isEmpty();
    }

    public boolean hasFiles() {
        return !files.isEmpty();
    }
}
