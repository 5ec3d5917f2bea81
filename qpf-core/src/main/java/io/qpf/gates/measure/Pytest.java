package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.gates.toolchain.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** pytest with coverage, by groups of tests: a group runs again only if something changed that it imports or reads. */
final class Pytest implements Instrument {
    private static final long USUAL_FILE = 2_500;
    private static final String TOOL = "pytest";

    private final Lab lab;
    private final Map<String, List<String>> closures;
    private final Map<String, Map<String, Integer>> tests;
    private final Path closuresFile;
    private final List<TestGroup> groups;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, JsonNode> results = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger();
    private volatile List<Measurement> covered = List.of();
    private final RunLogs logs = new RunLogs();

    Pytest(Lab lab, Probe probe) throws IOException {
        this.lab = lab;
        closures = probe.closures();
        tests = probe.tests();
        closuresFile = lab.work("tmp/closures.json");
        ResultStore.JSON.writeValue(closuresFile.toFile(), closures);
        List<TestGroup> all = new ArrayList<>(TestGroup.of(lab.subject(), lab.contents()));
        lab.subject()
                .domainTests()
                .ifPresent(it -> all.add(new TestGroup(TestGroup.DOMAIN, Optional.empty(), List.of(), List.of())));
        groups = List.copyOf(all);
    }

    @Override
    public String name() {
        return TOOL;
    }

    @Override
    public List<Gate> gates() {
        return List.of(Gates.TESTS, Gates.COVERAGE, Gates.INTEGRATION);
    }

    @Override
    public List<Task> tasks() throws IOException, ToolFailure {
        List<TestGroup> unknown = new ArrayList<>();
        for (TestGroup group : groups) {
            String key = key(group);
            keys.put(group.name(), key);
            lab.store()
                    .find(key)
                    .filter(it -> Reads.of(it).stand())
                    .ifPresentOrElse(it -> results.put(group.name(), it), () -> unknown.add(group));
        }
        List<Task> tasks = new ArrayList<>();
        List<TestGroup> ofTree = unknown.stream().filter(it -> !it.isDomain()).toList();
        if (!ofTree.isEmpty()) {
            for (List<TestGroup> bundle : FileTool.Bundles.of(
                    ofTree, Pytest::weight, Math.max(1, lab.options().workers() / 2))) {
                String name = "pytest-" + (tasks.size() + 1);
                long weight = bundle.stream().mapToLong(Pytest::weight).sum();
                tasks.add(new Task(name, weight, () -> run(name, bundle)));
            }
        }
        unknown.stream()
                .filter(TestGroup::isDomain)
                .forEach(it ->
                        tasks.add(new Task("pytest-domain", weight(it), () -> run("pytest-domain", List.of(it)))));
        left.set(tasks.size());
        if (tasks.isEmpty()) {
            Optional<JsonNode> kept = lab.store().find(coverageKey());
            kept.ifPresent(it -> covered = Measurement.read(it));
            return kept.isPresent() ? List.of() : List.of(new Task("coverage", 1, this::cover));
        }
        return tasks;
    }

    private static long weight(TestGroup group) {
        return (1 + group.files().size()) * USUAL_FILE / 10;
    }

    /** All that a group's tests import, the agent's own files, and what is shared and no Python. */
    private String key(TestGroup group) throws IOException {
        Digest digest = lab.key(TOOL, needs()).add(group.name());
        TreeSet<String> files = new TreeSet<>();
        group.files().forEach(it -> files.addAll(closures.getOrDefault(it, List.of(it))));
        for (String file : lab.contents().files().keySet()) {
            Optional<String> owner = lab.contents().owner(file);
            boolean read = owner.filter(it -> !it.equals(Contents.DOMAIN)).isPresent()
                    ? owner.equals(group.agent())
                    : !file.endsWith(".py") || file.endsWith("/conftest.py");
            if (read || group.isDomain()) {
                files.add(file);
            }
        }
        files.forEach(it -> digest.add(it).add(lab.contents().hash(it)));
        if (group.isDomain() && lab.subject().domainTests().isPresent()) {
            try (Stream<Path> own = Files.walk(lab.subject().domainTests().get())) {
                for (Path it : own.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("__pycache__"))
                        .sorted()
                        .toList()) {
                    digest.add(it.toString()).add(Digest.of(it));
                }
            }
        }
        return digest.hex();
    }

    private void run(String name, List<TestGroup> bundle) throws IOException, ToolFailure {
        ObjectNode order = order(name, bundle);
        Seal seal = Seal.fresh();
        order.put("seal", seal.hex());
        Path running = Path.of(order.path("running").asText());
        Files.deleteIfExists(running);
        Path orderFile = lab.work("tmp/" + name + "-order.json");
        ResultStore.JSON.writeValue(orderFile.toFile(), order);
        List<String> arguments = new ArrayList<>(
                List.of("pytest", "-p", "qpf_probe.journal", "-p", "no:cacheprovider", "-p", "no:cov", "--tb=short"));
        // Whatever the configuration adds: pytest's own count is read, and a file that is broken hides no other.
        arguments.addAll(List.of("--verbosity=-1", "--color=no", "--continue-on-collection-errors"));
        arguments.addAll(List.of("-c", lab.configuration(), "--rootdir=" + lab.tree()));
        Map<String, String> variables = new HashMap<>(Map.of("QPF_ORDER", orderFile.toString()));
        bundle.forEach(it -> arguments.addAll(it.files()));
        if (bundle.get(0).isDomain()) {
            // From here on, since pytest reads a bracket in a path as the parameter of a test.
            Path own = lab.subject().domainTests().orElseThrow();
            arguments.addAll(
                    List.of("--confcutdir=" + own, lab.tree().relativize(own).toString()));
            // These are no copies, and their byte code would tell them by time and size only: none is kept.
            variables.put("PYTHONDONTWRITEBYTECODE", "1");
        } else {
            arguments.add("--confcutdir=" + lab.tree());
        }
        ToolRun run = lab.runAnyway(logs, name, variables, arguments);
        if (run.exit() == ToolRun.TIMED_OUT) {
            hung(name, bundle, running);
        } else {
            keep(name, bundle, run, seal);
        }
        if (left.decrementAndGet() == 0) {
            cover();
        }
    }

    private ObjectNode order(String name, List<TestGroup> bundle) throws IOException {
        ObjectNode order = ResultStore.JSON.createObjectNode();
        order.put("tree", lab.tree().toString());
        order.put("project", lab.subject().project().path().toString());
        order.set("known", ResultStore.JSON.valueToTree(knownFolders()));
        order.set("packages", ResultStore.JSON.valueToTree(lab.subject().packages()));
        order.put("closures", closuresFile.toString());
        order.put("default", bundle.get(0).name());
        order.put("running", lab.work("tmp/" + name + "-running.json").toString());
        ObjectNode prefixes = order.putObject("groups");
        ObjectNode wanted = order.putObject("results");
        for (TestGroup group : bundle) {
            group.prefixes().forEach(it -> prefixes.put(it, group.name()));
            Path result = lab.work("tmp/" + name + "-" + number(group) + ".json");
            Files.deleteIfExists(result);
            ObjectNode facts = wanted.putObject(group.name());
            facts.put("result", result.toString());
            facts.put("everything", group.isDomain());
            facts.set("files", ResultStore.JSON.valueToTree(group.isDomain() ? domainTestFiles() : group.files()));
        }
        return order;
    }

    /** What keys speak of already, or is nobody's input. */
    private List<String> knownFolders() {
        List<String> known = new ArrayList<>(
                List.of(lab.options().work().toString(), lab.subject().tree().toString()));
        lab.subject().domainTests().ifPresent(it -> known.add(it.toString()));
        return known;
    }

    /** People's own files of tests, by pytest's own names for such. */
    private List<String> domainTestFiles() throws IOException {
        try (Stream<Path> found = Files.walk(lab.subject().domainTests().orElseThrow())) {
            return found.filter(Files::isRegularFile)
                    .filter(it -> TestGroup.isTest(it.getFileName().toString()))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    /** What a group's files are called by: names may differ in letters that no file name keeps apart. */
    private int number(TestGroup group) {
        return groups.indexOf(group);
    }

    private void keep(String name, List<TestGroup> bundle, ToolRun run, Seal seal) throws IOException, ToolFailure {
        Map<TestGroup, JsonNode> documents = new LinkedHashMap<>();
        for (TestGroup group : bundle) {
            Path result = lab.work("tmp/" + name + "-" + number(group) + ".json");
            if (!Files.exists(result)) {
                throw lab.broke(name, run);
            }
            Optional<byte[]> sealed = seal.open(Files.readAllBytes(result));
            if (sealed.isEmpty()) {
                throw new ToolFailure(name + ": its journal was changed after it was written; see " + lab.logOf(name));
            }
            ObjectNode document = (ObjectNode) ResultStore.JSON.readTree(sealed.get());
            Reads.addVariables(document);
            documents.put(group, document);
        }
        Optional<String> doubt = PytestCount.doubt(run, documents.values());
        if (doubt.isPresent()) {
            throw new ToolFailure(name + ": " + doubt.get() + "; see " + lab.logOf(name));
        }
        for (Map.Entry<TestGroup, JsonNode> it : documents.entrySet()) {
            String group = it.getKey().name();
            results.put(group, it.getValue());
            if (passed(it.getValue())) {
                lab.store().put(keys.getOrDefault(group, ""), it.getValue());
            }
        }
    }

    /** A failure may be the machine's, and whoever mends it wants to read its output: it is measured again. */
    private static boolean passed(JsonNode document) {
        if (document.path("tests").isEmpty()) {
            return false;
        }
        for (JsonNode it : document.path("tests")) {
            if (!it.path("outcome").asText().equals("passed")) {
                return false;
            }
        }
        return true;
    }

    /** A test that does not end has failed; what came after it in the same process was not measured. */
    private void hung(String name, List<TestGroup> bundle, Path running) throws IOException, ToolFailure {
        if (!Files.exists(running)) {
            throw new ToolFailure(name + " did not end while it collected the tests; see " + lab.logOf(name));
        }
        ObjectNode test = (ObjectNode) ResultStore.JSON.readTree(running.toFile());
        test.put("outcome", "failed");
        test.put(
                "message",
                "did not end within " + lab.options().timeout().toSeconds() + " s; it was ended with its children");
        ObjectNode document = ResultStore.JSON.createObjectNode();
        document.putArray("tests").add(test);
        document.putObject("arcs");
        document.put("ended", true);
        String path = test.path("path").asText();
        TestGroup group = bundle.stream()
                .filter(it -> it.files().contains(path))
                .findFirst()
                .orElse(bundle.get(0));
        results.put(group.name(), document);
    }

    private String coverageKey() {
        Digest digest = lab.key("coverage", needs());
        groups.forEach(it -> digest.add(keys.getOrDefault(it.name(), "")));
        // Code that no test loads is in no group's key, and counts as not covered all the same.
        return digest.add(lab.contents().digest(it -> it.endsWith(".py"))).hex();
    }

    private void cover() throws IOException, ToolFailure {
        if (results.size() < groups.size()) {
            return;
        }
        String tests = "/tests/";
        ObjectNode order = ResultStore.JSON.createObjectNode();
        order.put("tree", lab.tree().toString());
        order.set("packages", ResultStore.JSON.valueToTree(lab.subject().packages()));
        order.set("owners", ResultStore.JSON.valueToTree(lab.contents().owners()));
        order.set(
                "modules",
                ResultStore.JSON.valueToTree(lab.contents().python().stream()
                        .filter(it -> !it.contains(tests))
                        .toList()));
        List<String> files = new ArrayList<>();
        for (TestGroup group : groups) {
            Path file = lab.work("tmp/arcs-" + number(group) + ".json");
            ResultStore.JSON.writeValue(file.toFile(), results.get(group.name()));
            files.add(file.toString());
        }
        order.set("groups", ResultStore.JSON.valueToTree(files));
        Path orderFile = lab.work("tmp/coverage-order.json");
        ResultStore.JSON.writeValue(orderFile.toFile(), order);
        Path result = lab.work("tmp/coverage.json");
        Files.deleteIfExists(result);
        ToolRun run = lab.run(
                logs, "coverage", Map.of(), List.of("qpf_probe.covering", orderFile.toString(), result.toString()));
        if (!run.passed() || !Files.exists(result)) {
            throw lab.broke("coverage", run);
        }
        JsonNode document = ResultStore.JSON.readTree(result.toFile());
        covered = Measurement.read(document);
        lab.store().put(coverageKey(), document);
    }

    @Override
    public List<Measurement> read() throws IOException {
        Reads.keep(lab.options().work(), results.values());
        List<Measurement> measurements = new ArrayList<>(covered);
        measurements.addAll(TestReading.of(lab, groups, results, tests));
        return measurements;
    }

    @Override
    public Map<String, String> notRun() {
        Map<String, String> why = new HashMap<>();
        if (results.size() < groups.size()) {
            String reason = "some tests did not run to their end; see " + String.join(", ", logs.telling());
            gates().forEach(it -> why.put(it.id(), reason));
        }
        return why;
    }

    @Override
    public List<String> logs() {
        return logs.telling();
    }

    @Override
    public List<String> needs() {
        return lab.withPackages(TOOL, "pytest-asyncio", "coverage");
    }
}
