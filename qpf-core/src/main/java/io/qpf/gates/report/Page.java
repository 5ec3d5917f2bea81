package io.qpf.gates.report;

import io.qpf.gates.Criterion;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import io.qpf.python.SchemaText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the page shows, computed.
 *
 * @param at when it was measured; empty if nobody says so
 * @param json the report of the same run for machines; empty if it wrote none
 */
record Page(
        SchemaText version,
        SchemaText output,
        Badge verdict,
        SchemaText names,
        Optional<SchemaText> at,
        Optional<SchemaText> json,
        List<Task> todo,
        List<Task> advice,
        List<Section> collections) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Something to do; the gates that it is about stand out. */
    record Task(SchemaText lead, SchemaText rest) {
        private static final int LONGEST_LEAD = 70;

        static Task of(String line) {
            int colon = line.indexOf(": ");
            int end = colon > 0 && colon < LONGEST_LEAD ? colon + 1 : 0;
            return new Task(SchemaText.of(line.substring(0, end)), SchemaText.of(line.substring(end)));
        }
    }

    /** A collection. */
    record Section(
            int number,
            SchemaText name,
            Badge badge,
            List<Tile> tiles,
            List<AgentView> agents,
            List<GateView> gates,
            GraphView graph,
            List<Sentence> criteria,
            Trends.View trends,
            List<Tool> tools,
            SchemaText took) {
        public boolean hasCriteria() {
            return !criteria.isEmpty();
        }

        public boolean hasTools() {
            return !tools.isEmpty();
        }
    }

    /** A number that says where one stands. */
    record Tile(SchemaText number, SchemaText label, SchemaText kind) {}

    record Tool(SchemaText name, SchemaText version) {}

    /** A sentence of the map, and who or what vouches for it. */
    record Sentence(SchemaText sentence, SchemaText place, Badge badge, SchemaText proof, Optional<SchemaText> agent) {}

    static Page of(ReadinessReport report, History history, Optional<Instant> at, Optional<String> json) {
        List<Section> sections = new ArrayList<>();
        for (Readiness it : report.collections()) {
            sections.add(section(sections.size() + 1, it, history));
        }
        return new Page(
                SchemaText.of(report.version()),
                SchemaText.of(report.output()),
                Badge.ready(report.deploymentReady(), "Ready for deployment", "Not ready for deployment"),
                SchemaText.of(
                        report.collections().stream().map(Readiness::collection).collect(Collectors.joining(", "))),
                at.map(Page::time),
                json.map(SchemaText::of),
                report.todo().stream().map(Task::of).toList(),
                report.advice().stream().map(Task::of).toList(),
                sections);
    }

    public boolean hasAdvice() {
        return !advice.isEmpty();
    }

    public boolean hasTodo() {
        return !todo.isEmpty();
    }

    static SchemaText time(Instant at) {
        return SchemaText.of(TIME.format(at));
    }

    private static Section section(int number, Readiness it, History history) {
        return new Section(
                number,
                SchemaText.of(it.collection()),
                Badge.ready(it.deploymentReady(), "ready", "not ready"),
                tiles(it),
                it.agents().stream()
                        .map(agent -> AgentView.of(number, it, agent))
                        .toList(),
                it.results().stream()
                        .sorted(Comparator.comparing(result -> !result.stops()))
                        .map(result -> GateView.of(number, result))
                        .toList(),
                GraphView.of(number, it),
                it.criteria().stream().map(Page::sentence).toList(),
                Trends.of(it.collection(), history),
                new TreeMap<>(it.tools())
                        .entrySet().stream()
                                .map(tool -> new Tool(SchemaText.of(tool.getKey()), SchemaText.of(tool.getValue())))
                                .toList(),
                SchemaText.of(GateView.seconds(it.took())));
    }

    private static List<Tile> tiles(Readiness it) {
        long ready =
                it.agents().stream().filter(AgentReadiness::deploymentReady).count();
        long passed = count(it, Outcome.Passed.class);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(
                ready + " of " + it.agents().size(),
                "agents ready",
                ready == it.agents().size()));
        tiles.add(tile(passed + " of " + it.results().size(), "gates passed", true));
        long failed = count(it, Outcome.Failed.class);
        tiles.add(tile(String.valueOf(failed), "failed", failed == 0));
        long notRun = count(it, Outcome.NotRun.class);
        tiles.add(tile(
                String.valueOf(notRun),
                "not run",
                it.results().stream().noneMatch(one -> one.outcome() instanceof Outcome.NotRun && one.stops())));
        tiles.add(tile(String.valueOf(count(it, Outcome.NotApplicable.class)), "not applicable", true));
        return tiles;
    }

    private static Tile tile(String number, String label, boolean good) {
        return new Tile(SchemaText.of(number), SchemaText.of(label), SchemaText.of(good ? "plain" : "fail"));
    }

    private static long count(Readiness it, Class<? extends Outcome> kind) {
        return it.results().stream()
                .map(GateResult::outcome)
                .filter(kind::isInstance)
                .count();
    }

    private static Sentence sentence(Criterion it) {
        String proof = it.signOff()
                .map(sign -> "signed by " + sign.by()
                        + sign.on().map(on -> " on " + on).orElse("")
                        + sign.note().map(note -> ": " + note).orElse(""))
                .orElseGet(() -> it.manual() ? "nobody has signed it" : "gates " + String.join(", ", it.gates()));
        return new Sentence(
                SchemaText.of(it.sentence()),
                SchemaText.of(it.file() + ":" + it.position().line()),
                Badge.ready(it.met(), "met", "not met"),
                SchemaText.of(proof),
                it.agent().map(SchemaText::of));
    }
}
