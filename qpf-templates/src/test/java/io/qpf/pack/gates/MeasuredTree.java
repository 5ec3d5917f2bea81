package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Progress;
import io.qpf.extract.Request;
import io.qpf.gates.GateResult;
import io.qpf.gates.Readiness;
import io.qpf.gates.measure.GateProgress;
import io.qpf.gates.measure.Options;
import io.qpf.gates.measure.Subject;
import io.qpf.gates.measure.Verification;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.plan.Plan;
import io.qpf.source.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An extracted collection that gates are measured on, again and again, with what is kept between. */
final class MeasuredTree {
    static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Path HARBOUR = Path.of("src/test/resources/golden/harbour");
    private static final Path DOMAIN_TESTS =
            Path.of("src/test/resources/gates/harbour-tests").toAbsolutePath();
    private static final Path ENVIRONMENTS =
            Path.of(System.getProperty("qpf.root", ".")).resolve("target/qpf-venv");

    private final Path work;
    private final Path input;
    private final Path tree;
    private final Path domain;
    private final Optional<Path> domainTests;

    private MeasuredTree(Path work, Optional<Path> domainTests) {
        this.work = work;
        this.domainTests = domainTests;
        input = work.resolve("input");
        tree = work.resolve("tree");
        domain = work.resolve("domain");
    }

    /** A place holder until one is extracted. */
    static MeasuredTree none() {
        return new MeasuredTree(Path.of(""), Optional.empty());
    }

    /** The harbour, grown up: everything that a gate may ask for is declared, and every gate passes. */
    static MeasuredTree harbour(Path work) throws IOException {
        MeasuredTree made = new MeasuredTree(work, Optional.of(DOMAIN_TESTS));
        copy(HARBOUR.resolve("input"), made.input);
        copy(HARBOUR.resolve("domain"), made.domain);
        for (String agent : List.of("crane", "harbour_master")) {
            made.editInput("agents/" + agent + ".yaml", "status: draft", "status: production_ready");
        }
        made.editInput("agents/crane.yaml", "[README.md, API_SPEC.md]", "[README.md, CONFIG.md, API_SPEC.md]");
        made.editInput(
                "agents/crane.yaml",
                "telemetry: {metrics: [lifts]}",
                "telemetry: {metrics: [lifts]}\n  alerting: [alert_ops_if_sway_> 0_9]");
        // Prose beside conditions is for people: no gate looks for a trigger of it.
        made.editInput(
                "agents/harbour_master.yaml",
                "cash drawer open",
                "cash drawer open. Everybody is told at the end of the season.");
        made.editInput("extractor-map.yaml", "title: Harbour\n", """
                title: Harbour
                success_criteria: [Zero circular imports detected, The port captain has seen it]
                sign_offs:
                  - {item: the port captain has seen it, by: Port captain, on: 2026-02-01}
                """);
        made.extract();
        return made;
    }

    /** A collection of its own schemas, by file name, without domain code. */
    static MeasuredTree of(Path work, Map<String, String> input) throws IOException {
        MeasuredTree made = new MeasuredTree(work, Optional.empty());
        for (Map.Entry<String, String> it : input.entrySet()) {
            Path file = made.input.resolve(it.getKey());
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, it.getValue());
        }
        made.extract();
        return made;
    }

    /** The same tree beside other tests of people's own. */
    MeasuredTree withDomainTests(Path folder) {
        return new MeasuredTree(work, Optional.of(folder));
    }

    /** The same, where people have no tests of their own. */
    MeasuredTree withoutDomainTests() {
        return new MeasuredTree(work, Optional.empty());
    }

    void editInput(String file, String from, String to) throws IOException {
        edit(input.resolve(file), from, to);
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as("%s", file).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    Path tree() {
        return tree;
    }

    /** Where somebody can plant a defect. */
    Path folder(Defect.Side side) {
        return switch (side) {
            case TREE -> tree;
            case INPUT -> input;
            case DOMAIN -> domain;
            case TEMPLATE -> input.resolve("templates");
        };
    }

    private Request request() {
        return new Request(work, input, tree, domain, input.resolve("templates"), 2, false, true);
    }

    void extract() throws IOException {
        Outcome outcome = Extractor.extract(request(), Progress.SILENT);
        assertThat(outcome.diagnostics().all().stream().filter(it -> it.severity() == Severity.ERROR))
                .isEmpty();
    }

    /** Measures some gates; the others are NOT RUN. */
    Readiness measure(Set<String> gates) throws IOException {
        return measure(gates, Map.of(), Mode.AUTO, Optional.empty());
    }

    Readiness measure(Set<String> gates, Map<String, String> thresholds, Mode mode, Optional<String> python)
            throws IOException {
        return measure(gates, thresholds, mode, python, PATIENCE);
    }

    /** Measures some gates, or all; no run of a tool may take longer than the patience. */
    Readiness measure(
            Set<String> gates, Map<String, String> thresholds, Mode mode, Optional<String> python, Duration patience)
            throws IOException {
        Outcome outcome = Extractor.preview(request());
        Subject subject = new Subject(
                tree,
                "",
                outcome.plans().get(0),
                outcome.report().orElseThrow(),
                outcome.collections().get(0).place(),
                new ProjectFolder(work),
                domain,
                domainTests);
        try {
            return Verification.run(subject, options(gates, thresholds, mode, python, patience), GateProgress.SILENT);
        } catch (Verification.IllegalThresholds e) {
            throw new AssertionError(e);
        }
    }

    /** How measuring goes here unless a test wants it otherwise. */
    Options options(
            Set<String> gates, Map<String, String> thresholds, Mode mode, Optional<String> python, Duration patience) {
        return new Options(
                work.resolve("gates"),
                ENVIRONMENTS,
                mode,
                python,
                false,
                Optional.empty(),
                patience,
                2,
                thresholds,
                Set.of(),
                gates,
                false);
    }

    List<Plan> plans() throws IOException {
        return Extractor.preview(request()).plans();
    }

    static GateResult result(Readiness readiness, String gate) {
        return readiness.results().stream()
                .filter(it -> it.gate().id().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    /** Lets go of all results, so that everything is measured again. */
    void forget() throws IOException {
        try (Stream<Path> kept = Files.list(work.resolve("gates/results"))) {
            for (Path it : kept.toList()) {
                Files.delete(it);
            }
        }
    }

    /** Removes tests of the foundation, which take long and belong to no agent. */
    void withoutFoundationTests() throws IOException {
        try (Stream<Path> found = Files.walk(foundationTests())) {
            for (Path it : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        }
    }

    private Path foundationTests() throws IOException {
        try (Stream<Path> found = Files.walk(tree)) {
            return found.filter(it -> it.endsWith("tests/foundation"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path it : found.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(it).toString());
                Files.createDirectories(target.getParent());
                Files.copy(it, target);
            }
        }
    }
}
