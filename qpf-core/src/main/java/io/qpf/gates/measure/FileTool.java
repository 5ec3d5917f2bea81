package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.toolchain.ToolRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A tool whose findings in a file depend on some files only: what it found in each is kept by those. */
abstract class FileTool implements Instrument {
    private static final int LONGEST_COMMAND = 24_000;

    private final Lab lab;
    private final Gate gate;
    private final Map<String, List<Evidence>> findings = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final RunLogs logs = new RunLogs();

    FileTool(Lab lab, Gate gate) {
        this.lab = lab;
        this.gate = gate;
    }

    /** What the findings in a file depend on. */
    abstract String keyOf(String file);

    /** The arguments of the tool, before the files. */
    abstract List<String> arguments();

    /** The findings by file, from what the tool printed. */
    abstract Map<String, List<Evidence>> parse(ToolRun run) throws IOException, ToolFailure;

    /** How many files the tool itself says that it looked at: silence is no word of praise. */
    abstract long seen(ToolRun run);

    /** How much work a file is. */
    abstract long weight(String file);

    /** How many runs may go side by side over a weight of files that is not known. */
    abstract int runs(long weight);

    /** Whether findings are kept as well, since a threshold may tolerate them; else they are looked for again. */
    boolean keepsFindings() {
        return false;
    }

    Lab lab() {
        return lab;
    }

    @Override
    public String name() {
        return gate.id();
    }

    @Override
    public List<Gate> gates() {
        return List.of(gate);
    }

    Map<String, List<Evidence>> findings() {
        return findings;
    }

    @Override
    public List<Task> tasks() {
        List<String> unknown = new ArrayList<>();
        for (String file : lab.contents().python()) {
            String key = lab.key(gate.id(), needs()).add(file).add(keyOf(file)).hex();
            keys.put(file, key);
            Optional<JsonNode> kept = lab.store().find(key);
            kept.ifPresentOrElse(it -> findings.put(file, evidence(file, it)), () -> unknown.add(file));
        }
        if (unknown.isEmpty()) {
            return List.of();
        }
        long weight = unknown.stream().mapToLong(this::weight).sum();
        List<List<String>> bundles = Bundles.of(unknown, this::weight, runs(weight));
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < bundles.size(); i++) {
            List<String> files = bundles.get(i);
            String name = bundles.size() == 1 ? gate.id() : gate.id() + "-" + (i + 1);
            long heavy = files.stream().mapToLong(this::weight).sum();
            tasks.add(new Task(name, heavy, () -> run(name, files)));
        }
        return tasks;
    }

    private void run(String name, List<String> files) throws IOException, ToolFailure {
        List<String> rest = files;
        for (int run = 1; !rest.isEmpty(); run++) {
            int count = fitting(rest);
            runOnce(run == 1 ? name : name + "-more-" + run, rest.subList(0, count));
            rest = rest.subList(count, rest.size());
        }
    }

    private static int fitting(List<String> files) {
        int length = 0;
        int count = 0;
        while (count < files.size() && length < LONGEST_COMMAND) {
            length += files.get(count).length() + 1;
            count++;
        }
        return count;
    }

    private void runOnce(String name, List<String> files) throws IOException, ToolFailure {
        List<String> arguments = new ArrayList<>(arguments());
        arguments.addAll(files);
        ToolRun run = lab.run(logs, name, Map.of(), arguments);
        Map<String, List<Evidence>> found = parse(run);
        long seen = seen(run);
        if (seen < files.size()) {
            throw new ToolFailure(name + " says that it looked at " + seen + " of " + files.size() + " files; see "
                    + lab.logOf(name));
        }
        for (String file : files) {
            List<Evidence> own = found.getOrDefault(file, List.of());
            findings.put(file, own);
            if (own.isEmpty() || keepsFindings()) {
                lab.store().put(keys.getOrDefault(file, ""), json(own));
            }
        }
    }

    private static JsonNode json(List<Evidence> evidence) {
        ArrayNode rows = ResultStore.JSON.createArrayNode();
        for (Evidence it : evidence) {
            ObjectNode row = rows.addObject();
            row.put("line", it.line()).put("rule", it.rule()).put("message", it.message());
        }
        return rows;
    }

    private List<Evidence> evidence(String file, JsonNode rows) {
        List<Evidence> evidence = new ArrayList<>();
        for (JsonNode it : rows) {
            evidence.add(evidence(
                    file,
                    it.path("line").asInt(),
                    it.path("rule").asText(),
                    it.path("message").asText()));
        }
        return evidence;
    }

    Evidence evidence(String file, int line, String rule, String message) {
        return new Evidence(lab.contents().owner(file), file, line, rule, message);
    }

    /** One measurement an agent, over the files of each. */
    List<Measurement> byAgent(Function<List<String>, Measurement> measure) {
        Map<String, List<String>> files = new java.util.TreeMap<>();
        for (String file : lab.contents().python()) {
            files.computeIfAbsent(lab.contents().owner(file).orElse(""), it -> new ArrayList<>())
                    .add(file);
        }
        return files.values().stream().map(measure).toList();
    }

    @Override
    public List<Measurement> read() throws IOException, ToolFailure {
        return byAgent(files -> {
            List<Evidence> found = files.stream()
                    .flatMap(it -> findings.getOrDefault(it, List.of()).stream())
                    .toList();
            return Measurement.ofFindings(
                    gate.id(),
                    lab.contents().owner(files.get(0)),
                    files.stream()
                            .filter(it -> findings.getOrDefault(it, List.of()).isEmpty())
                            .count(),
                    found);
        });
    }

    @Override
    public List<String> logs() {
        return logs.telling();
    }

    @Override
    public List<String> needs() {
        return List.of(gate.id());
    }

    /** Shares out work: the heaviest first, each to whoever has least. */
    static final class Bundles {
        private Bundles() {}

        static <T> List<List<T>> of(List<T> items, ToLongFunction<T> weight, int count) {
            int bundles = Math.max(1, Math.min(count, items.size()));
            List<List<T>> shared = new ArrayList<>();
            long[] loads = new long[bundles];
            for (int i = 0; i < bundles; i++) {
                shared.add(new ArrayList<>());
            }
            List<T> heaviestFirst = items.stream()
                    .sorted(Comparator.comparingLong(weight).reversed())
                    .toList();
            for (T item : heaviestFirst) {
                int least = 0;
                for (int i = 1; i < bundles; i++) {
                    least = loads[i] < loads[least] ? i : least;
                }
                shared.get(least).add(item);
                loads[least] += weight.applyAsLong(item);
            }
            return shared;
        }
    }
}
