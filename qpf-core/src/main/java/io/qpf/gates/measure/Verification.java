package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.gates.Gate;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.Toolchain;
import io.qpf.gates.toolchain.ToolchainException;
import io.qpf.gates.toolchain.ToolchainRequest;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run of all gates over one collection. */
public final class Verification {
    private final Subject subject;
    private final Options options;
    private final GateProgress progress;
    private final long start = System.nanoTime();

    private Verification(Subject subject, Options options, GateProgress progress) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Measures a collection. What is wrong with the build's own wishes comes out in place of a readiness.
     *
     * @throws IllegalThresholds if a wish of pom, map or command line cannot be followed
     */
    public static Readiness run(Subject subject, Options options, GateProgress progress)
            throws IOException, IllegalThresholds {
        Thresholds thresholds = Thresholds.of(subject, options.thresholds());
        List<String> problems = new ArrayList<>(thresholds.problems());
        Options named = options.naming(
                GateNames.ids("qpf.allowNotRun", options.allowNotRun(), problems::add),
                GateNames.ids("qpf.gates", options.only(), problems::add));
        if (!problems.isEmpty()) {
            throw new IllegalThresholds(problems);
        }
        return new Verification(subject, named, progress).run(thresholds);
    }

    /** Wishes of pom, map or command line that cannot be followed, one line each. */
    public static final class IllegalThresholds extends Exception {
        private static final long serialVersionUID = 1L;

        IllegalThresholds(List<String> problems) {
            super(String.join("\n", problems));
        }
    }

    private Readiness run(Thresholds thresholds) throws IOException {
        Judge judge = new Judge(subject, thresholds, options.allowNotRun());
        Contents contents = Contents.of(subject);
        judge.add(DriftReading.of(subject, contents));
        Criteria criteria = Criteria.of(subject);
        judge.add(criteria.measurement());
        Gates.ALL.stream().filter(it -> !options.wants(it)).forEach(it -> judge.notRun(it, Outcome.NotRun.NOT_ASKED));
        Map<String, String> tools = new TreeMap<>();
        try {
            Lab lab = lab(contents);
            tools.putAll(Tools.shown(lab.versions()));
            measure(lab, judge);
            lab.store().prune();
        } catch (ToolchainException e) {
            withoutTools(contents, judge, String.valueOf(e.getMessage()));
        }
        List<GateResult> results = judge.results();
        return new Verdict(subject, results, criteria.against(results))
                .readiness(tools, Duration.ofNanos(System.nanoTime() - start));
    }

    private Lab lab(Contents contents) throws IOException, ToolchainException {
        return lab(contents, options.mode());
    }

    private Lab lab(Contents contents, Mode mode) throws IOException, ToolchainException {
        Plan plan = subject.plan();
        Toolchain toolchain = Toolchain.of(new ToolchainRequest(
                Expectations.toolRequirements(plan),
                options.environments(),
                mode,
                options.python(),
                options.offline(),
                options.wheels()));
        String probe = Lab.unpackProbe(options.work());
        Stage stage = new Stage(contents, subject.tree(), options.work().resolve("tree"));
        ObjectNode expected = Expectations.of(subject, stage.folder());
        Path file = options.work().resolve("tmp/expected.json");
        Files.createDirectories(file.resolveSibling("."));
        ResultStore.JSON.writeValue(file.toFile(), expected);
        ResultStore store = ResultStore.in(options.work().resolve("results"), options.fresh());
        return new Lab(
                subject,
                options,
                contents,
                toolchain,
                store,
                stage,
                file,
                new Digest().add(probe).add(expected.toString()).hex(),
                probe,
                Tools.versions(toolchain, store, plan, mode, options.work()));
    }

    private void measure(Lab lab, Judge judge) throws IOException {
        Pace pace = Pace.in(lab.store());
        try (Crew crew = new Crew(options.workers(), progress, pace)) {
            Probe sources = Probe.ofSources(lab);
            List<Instrument> instruments = new ArrayList<>(List.of(sources));
            crew.take(sources);
            if (options.mode() == Mode.NONE) {
                String why = "qpf.toolchain is none; leave it out, so that the tools run";
                Gates.ALL.stream()
                        .filter(it -> it.family() == Gate.Family.TOOL || it.family() == Gate.Family.RUNNING)
                        .forEach(it -> judge.notRun(it, why));
            } else {
                List<Instrument> early =
                        List.of(new Mypy(lab), Probe.ofAgents(lab), LayoutTool.black(lab), LayoutTool.isort(lab));
                takeWanted(lab, early, crew, judge, instruments);
            }
            crew.await(sources);
            if (options.mode() != Mode.NONE) {
                takeLate(lab, crew, sources, judge, instruments);
            }
            for (Instrument it : instruments) {
                crew.await(it);
                read(it, crew, judge);
            }
            sources.silenced().forEach(judge::addSilenced);
        }
        pace.keep();
    }

    private void takeWanted(Lab lab, List<Instrument> some, Crew crew, Judge judge, List<Instrument> taken)
            throws IOException {
        for (Instrument it : some) {
            Optional<String> lacking = lab.lacks(it);
            if (it.gates().stream().noneMatch(options::wants)) {
                continue;
            }
            if (lacking.isPresent()) {
                it.gates().forEach(gate -> judge.notRun(gate, lacking.get()));
            } else {
                crew.take(it);
                taken.add(it);
            }
        }
    }

    /** What needs to know which file imports which. */
    private void takeLate(Lab lab, Crew crew, Probe sources, Judge judge, List<Instrument> instruments)
            throws IOException {
        String failure = crew.failure(sources);
        if (failure.isEmpty()) {
            List<Instrument> late = List.of(new Pylint(lab, sources), new Pytest(lab, sources));
            takeWanted(lab, late, crew, judge, instruments);
        } else {
            List.of(Gates.PYLINT, Gates.TESTS, Gates.COVERAGE, Gates.INTEGRATION)
                    .forEach(it -> judge.notRun(it, failure));
        }
    }

    private static void read(Instrument instrument, Crew crew, Judge judge) throws IOException {
        String failure = crew.failure(instrument);
        for (Gate gate : instrument.gates()) {
            judge.took(gate, crew.took(instrument), instrument.logs());
            if (!failure.isEmpty()) {
                judge.notRun(gate, failure);
            }
        }
        instrument.notRun().forEach((id, why) -> Gates.of(id).ifPresent(it -> judge.notRun(it, why)));
        if (failure.isEmpty() || instrument instanceof Pytest) {
            try {
                instrument.read().forEach(judge::add);
            } catch (ToolFailure e) {
                instrument.gates().forEach(it -> judge.notRun(it, e.why()));
            }
        }
    }

    /** The tools cannot be had: a bare Python, if there is one, still reads the tree. */
    private void withoutTools(Contents contents, Judge judge, String why) throws IOException {
        Gates.ALL.stream()
                .filter(it -> it.family() == Gate.Family.TOOL || it.family() == Gate.Family.RUNNING)
                .forEach(it -> judge.notRun(it, why));
        try {
            Lab lab = lab(contents, Mode.NONE);
            try (Crew crew = new Crew(1, progress, Pace.in(lab.store()))) {
                Probe sources = Probe.ofSources(lab);
                crew.take(sources);
                crew.await(sources);
                read(sources, crew, judge);
            }
        } catch (ToolchainException e) {
            Gates.ALL.stream()
                    .filter(it -> it.family() == Gate.Family.STATIC)
                    .forEach(it -> judge.notRun(it, String.valueOf(e.getMessage())));
        }
    }
}
