package io.qpf.gates.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.gates.toolchain.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** mypy over the whole tree; its own cache knows which files it need not read again. */
final class Mypy implements Instrument {
    private static final long WEIGHT = 20_000;

    private final Lab lab;
    private final String key;
    private JsonNode result = MissingNode.getInstance();
    private final RunLogs logs = new RunLogs();

    Mypy(Lab lab) {
        this.lab = lab;
        key = lab.key("mypy", needs())
                .add(lab.contents().digest(it -> it.endsWith(".py") || it.endsWith(".pyi")))
                .hex();
    }

    @Override
    public String name() {
        return "mypy";
    }

    @Override
    public List<Gate> gates() {
        return List.of(Gates.MYPY);
    }

    @Override
    public List<Task> tasks() {
        Optional<JsonNode> kept = lab.store().find(key);
        kept.ifPresent(it -> result = it);
        return kept.isPresent() ? List.of() : List.of(new Task(name(), WEIGHT, this::run));
    }

    private void run() throws IOException, ToolFailure {
        Path proof = lab.work("tmp/mypy.xml");
        Files.deleteIfExists(proof);
        List<String> arguments = new ArrayList<>(List.of(
                "mypy",
                "--config-file=" + lab.configuration(),
                "--strict",
                "--output=json",
                "--no-error-summary",
                "--cache-dir=" + lab.options().work().resolve("mypy"),
                "--junit-xml=" + proof));
        for (String it : lab.subject().packages()) {
            arguments.add(lab.contents().files().containsKey(it + ".py") ? it + ".py" : it);
        }
        ToolRun run = lab.run(logs, name(), Map.of(), arguments);
        ArrayNode errors = ResultStore.JSON.createArrayNode();
        for (String line : run.output().lines().filter(it -> it.startsWith("{")).toList()) {
            JsonNode row = row(line);
            if (row.path("severity").asText().equals("error")) {
                errors.add(row);
            }
        }
        if (!run.passed() && errors.isEmpty()) {
            throw lab.broke(name(), run);
        }
        // Without errors mypy prints nothing: that it came to its end stands in this file alone.
        if (!Files.exists(proof) || !Files.readString(proof).contains("name=\"mypy\"")) {
            throw new ToolFailure("mypy did not say that it looked at anything; see " + lab.logOf(name()));
        }
        if (errors.isEmpty()) {
            lab.store().put(key, errors);
        }
        result = errors;
    }

    private static JsonNode row(String line) {
        try {
            return ResultStore.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public List<Measurement> read() {
        Map<String, List<Evidence>> found = new TreeMap<>();
        Map<String, Long> files = new TreeMap<>();
        for (String it : lab.contents().python()) {
            files.merge(lab.contents().owner(it).orElse(""), 1L, Long::sum);
        }
        for (JsonNode it : result) {
            String file = it.path("file").asText().replace('\\', '/');
            Optional<String> owner = lab.contents().owner(file);
            found.computeIfAbsent(owner.orElse(""), agent -> new ArrayList<>())
                    .add(new Evidence(
                            owner,
                            file,
                            it.path("line").asInt(),
                            it.path("code").asText(),
                            MypyMessage.of(it, lines(file))));
        }
        List<Measurement> measurements = new ArrayList<>();
        files.forEach((agent, count) -> measurements.add(Measurement.ofFindings(
                Gates.MYPY.id(),
                Optional.of(agent).filter(it -> !it.isEmpty()),
                count,
                found.getOrDefault(agent, List.of()))));
        return measurements;
    }

    /** The text that was measured; without it a message says less, and that is all. */
    private List<String> lines(String file) {
        if (!MypyMessage.isOfBindings(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(lab.tree().resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public List<String> logs() {
        return logs.telling();
    }

    @Override
    public List<String> needs() {
        return lab.withPackages("mypy");
    }
}
