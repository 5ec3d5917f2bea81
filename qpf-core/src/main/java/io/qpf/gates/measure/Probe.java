package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.gates.toolchain.ToolRun;
import io.qpf.plan.PlannedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A probe of QPF's own: one Python over all agents, whose result is kept as a whole. */
final class Probe implements Instrument {
    private static final List<Gate> READ = List.of(
            Gates.IMPORTS,
            Gates.UNUSED_IMPORTS,
            Gates.CYCLES,
            Gates.TYPE_HINTS,
            Gates.DOCSTRINGS,
            Gates.GOVERNANCE,
            Gates.MEMORY,
            Gates.PROTOCOLS,
            Gates.ENDPOINTS,
            Gates.DORA,
            Gates.ASSERTIONS,
            Gates.MANIFESTS,
            Gates.DOCUMENTS);
    private static final List<Gate> ASKED =
            List.of(Gates.HEALTH, Gates.ENDPOINTS, Gates.DORA, Gates.MONITORING, Gates.ALERTING, Gates.GOVERNANCE);
    private static final long WEIGHT = 8_000;

    private final Lab lab;
    private final String module;
    private final List<Gate> gates;
    private final String key;
    private JsonNode result = MissingNode.getInstance();
    private final RunLogs logs = new RunLogs();

    private Probe(Lab lab, String module, List<Gate> gates, String key) {
        this.lab = lab;
        this.module = module;
        this.gates = gates;
        this.key = key;
    }

    /** Reads the tree. */
    static Probe ofSources(Lab lab) throws IOException {
        Digest digest =
                lab.key("static").add(lab.expectedDigest()).add(lab.contents().digest());
        if (lab.subject().domainTests().isPresent()) {
            for (Path it : ownTests(lab.subject().domainTests().get())) {
                digest.add(it.toString()).add(Digest.of(it));
            }
        }
        String key = digest.hex();
        return new Probe(lab, "static", READ, key);
    }

    private static List<Path> ownTests(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(it -> it.toString().endsWith(".py") && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        }
    }

    /** Starts the agents. */
    static Probe ofAgents(Lab lab) {
        // Documents that are planned are read by nobody; domain code may well read a text of its own.
        Set<String> documents = lab.subject().plan().files().stream()
                .filter(it -> it.kind() != PlannedFile.Kind.DOMAIN && it.path().endsWith(".md"))
                .map(PlannedFile::path)
                .collect(Collectors.toUnmodifiableSet());
        String tests = lab.subject().plan().collection().root() + "/tests/";
        String key = lab.key("running")
                .add(lab.expectedDigest())
                .add(lab.contents().digest(it -> !it.startsWith(tests) && !documents.contains(it)))
                .hex();
        return new Probe(lab, "running", ASKED, key);
    }

    @Override
    public String name() {
        return module + " probe";
    }

    @Override
    public List<Gate> gates() {
        return gates;
    }

    @Override
    public List<Task> tasks() {
        Optional<JsonNode> kept = lab.store().find(key);
        kept.ifPresent(it -> result = it);
        return kept.isPresent() ? List.of() : List.of(new Task(name(), WEIGHT, this::run));
    }

    private void run() throws IOException, ToolFailure {
        Path file = lab.work("tmp/" + module + ".json");
        Files.deleteIfExists(file);
        ToolRun run = lab.run(
                logs,
                module,
                Map.of(),
                List.of("qpf_probe." + module, lab.expected().toString(), file.toString()));
        if (!run.passed() || !Files.exists(file)) {
            throw lab.broke(module, run);
        }
        result = ResultStore.JSON.readTree(file.toFile());
        if (gates.equals(READ) || isFlawless()) {
            lab.store().put(key, result);
        }
    }

    /** Agents that ran and lacked nothing: what they lack may be the machine's fault, and its log is wanted again. */
    private boolean isFlawless() {
        return result.path("not_run").isEmpty()
                && Measurement.read(result).stream()
                        .allMatch(it -> it.evidence().isEmpty());
    }

    @Override
    public List<Measurement> read() {
        return Measurement.read(result).stream()
                .filter(it -> gates.stream().anyMatch(gate -> gate.id().equals(it.gate())))
                .toList();
    }

    /** What comments keep from the tools, to be held against what these measured; of the static probe. */
    List<Measurement> silenced() {
        return Measurement.read(result).stream()
                .filter(it -> gates.stream().noneMatch(gate -> gate.id().equals(it.gate())))
                .toList();
    }

    @Override
    public Map<String, String> notRun() {
        Map<String, String> why = new HashMap<>();
        result.path("not_run")
                .properties()
                .forEach(it -> why.put(it.getKey(), it.getValue().asText()));
        return why;
    }

    @Override
    public List<String> logs() {
        return logs.telling();
    }

    @Override
    public List<String> needs() {
        return gates.equals(ASKED) ? lab.withPackages() : List.of();
    }

    /** Which files each file imports, however far; of the static probe. */
    Map<String, List<String>> closures() {
        Map<String, List<String>> closures = new HashMap<>();
        result.path("closures").properties().forEach(it -> {
            List<String> files = new java.util.ArrayList<>();
            it.getValue().forEach(file -> files.add(file.asText()));
            closures.put(it.getKey(), files);
        });
        return closures;
    }

    /** The tests that stand in each file of tests, with their lines; of the static probe. */
    Map<String, Map<String, Integer>> tests() {
        Map<String, Map<String, Integer>> tests = new HashMap<>();
        result.path("tests").properties().forEach(it -> {
            Map<String, Integer> lines = new TreeMap<>();
            it.getValue()
                    .properties()
                    .forEach(test -> lines.put(test.getKey(), test.getValue().asInt()));
            tests.put(it.getKey(), lines);
        });
        return tests;
    }

    /** How many statements each file has; of the static probe. */
    Map<String, Long> statements() {
        Map<String, Long> statements = new HashMap<>();
        result.path("statements")
                .properties()
                .forEach(it -> statements.put(it.getKey(), it.getValue().asLong()));
        return statements;
    }
}
