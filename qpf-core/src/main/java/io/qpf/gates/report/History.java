package io.qpf.gates.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.diagnostics.format.JsonText;
import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome.Figure;
import io.qpf.gates.Readiness;
import io.qpf.gates.Readiness.AgentReadiness;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier runs measured, oldest first, for trends. A run that says what the one before said counts with it, so that what
 * is kept are changes; the newest {@link #LONGEST} stay.
 */
public record History(List<Run> runs) {
    static final int LONGEST = 50;

    public static final History NONE = new History(List.of());

    /**
     * One run, or several in a row that said the same.
     *
     * @param at when the last of them ended
     * @param times how many
     */
    public record Run(Instant at, int times, List<Standing> standings) {
        public Run {
            standings = List.copyOf(standings);
        }
    }

    /** How a collection stood: figures by gate, of the gates that were measured. */
    public record Standing(String collection, int ready, int agents, Map<String, Mark> marks) {
        public Standing {
            marks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        }
    }

    /** What came of a gate, and its figure as {@link Figure} has it. */
    public record Mark(String outcome, long good, long all) {}

    public History {
        runs = List.copyOf(runs);
    }

    /** The same with one run more. */
    public History with(Instant at, List<Readiness> collections) {
        List<Standing> standings = collections.stream().map(History::standing).toList();
        List<Run> all = new ArrayList<>(runs);
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        Run last = all.isEmpty() ? new Run(second, 0, List.of()) : all.get(all.size() - 1);
        boolean same = last.standings().equals(standings);
        if (same) {
            all.remove(all.size() - 1);
        }
        all.add(new Run(second, same ? last.times() + 1 : 1, standings));
        return new History(all.subList(Math.max(0, all.size() - LONGEST), all.size()));
    }

    private static Standing standing(Readiness readiness) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (GateResult it : readiness.results()) {
            it.outcome()
                    .measured()
                    .ifPresent(figure -> marks.put(
                            it.gate().id(), new Mark(Words.constant(it.outcome()), figure.good(), figure.all())));
        }
        int ready = (int) readiness.agents().stream()
                .filter(AgentReadiness::deploymentReady)
                .count();
        return new Standing(readiness.collection(), ready, readiness.agents().size(), marks);
    }

    /** The text of a history's file. */
    public String text() {
        ObjectNode root = JsonText.object();
        root.put("about", "What earlier runs of qpf:verify-gates measured; delete it to begin anew.");
        ArrayNode array = root.putArray("runs");
        for (Run run : runs) {
            ObjectNode node = array.addObject();
            node.put("at", run.at().toString()).put("times", run.times());
            ArrayNode standings = node.putArray("collections");
            for (Standing it : run.standings()) {
                ObjectNode standing = standings.addObject();
                standing.put("name", it.collection()).put("ready", it.ready()).put("agents", it.agents());
                ObjectNode gates = standing.putObject("gates");
                it.marks()
                        .forEach((gate, mark) -> gates.putObject(gate)
                                .put("outcome", mark.outcome())
                                .put("good", mark.good())
                                .put("all", mark.all()));
            }
        }
        return JsonText.of(root);
    }

    /**
     * A history from its file's text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static History parse(String text) {
        try {
            List<Run> runs = new ArrayList<>();
            for (JsonNode run : new ObjectMapper().readTree(text).path("runs")) {
                List<Standing> standings = new ArrayList<>();
                run.path("collections").forEach(it -> standings.add(standing(it)));
                runs.add(new Run(
                        Instant.parse(run.path("at").asText()),
                        run.path("times").asInt(1),
                        standings));
            }
            return new History(runs);
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("this is no history of QPF: " + e.getMessage(), e);
        }
    }

    private static Standing standing(JsonNode node) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        node.path("gates").properties().forEach(it -> {
            JsonNode mark = it.getValue();
            if (mark.path("all").asLong() > 0) {
                marks.put(
                        it.getKey(),
                        new Mark(
                                mark.path("outcome").asText(),
                                mark.path("good").asLong(),
                                mark.path("all").asLong()));
            }
        });
        return new Standing(
                node.path("name").asText(),
                node.path("ready").asInt(),
                node.path("agents").asInt(),
                marks);
    }
}
