package io.qpf.maven;

import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.format.Printable;
import io.qpf.extract.Extractor;
import io.qpf.extract.Linked;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import io.qpf.gates.Readiness;
import io.qpf.gates.measure.KeptRun;
import io.qpf.gates.measure.Options;
import io.qpf.gates.measure.Subject;
import io.qpf.gates.measure.Verification;
import io.qpf.gates.report.ReadinessReport;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.source.ProjectFolder;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures what was extracted, by reading it, by the real Python tools and by starting the agents, and fails the build
 * unless every gate passes. Writes nothing but its reports and what it keeps between runs.
 */
@Mojo(name = "verify-gates", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyGatesMojo extends QpfMojo {
    /** Skips this goal. */
    @Parameter(property = "qpf.verify-gates.skip", defaultValue = "false")
    private boolean skipVerifyGates;

    /** Where results, logs and caches of tools are kept between runs. */
    @Parameter(property = "qpf.gatesDirectory", defaultValue = "${project.build.directory}/qpf-gates")
    private File gatesDirectory;

    /** Where virtual environments are kept, one for each set of locked requirements. */
    @Parameter(property = "qpf.toolchainDirectory", defaultValue = "${user.home}/.cache/qpf/toolchains")
    private File toolchainDirectory;

    /** Your own tests of your domain code; they count for its coverage. Need not exist. */
    @Parameter(property = "qpf.testDirectory", defaultValue = "${project.basedir}/src/test/python")
    private File testDirectory;

    /**
     * Where the tools come from: {@code auto} makes an environment by uv or else by venv and pip, {@code venv} by venv and
     * pip, {@code system} takes what the Python has installed, {@code none} runs no tool.
     */
    @Parameter(property = "qpf.toolchain", defaultValue = "auto")
    private String toolchain;

    /** The Python to use; by default the first on the PATH that is new enough. */
    @Parameter(property = "qpf.python")
    private String python;

    /** Whether the package index must not be asked; follows Maven's own {@code -o}. */
    @Parameter(property = "qpf.offline", defaultValue = "${settings.offline}")
    private boolean offline;

    /** A folder of wheels that takes the place of the package index. */
    @Parameter(property = "qpf.wheels")
    private File wheels;

    /** How many seconds one run of a tool may take before it is ended with its children. */
    @Parameter(property = "qpf.timeout", defaultValue = "900")
    private int timeout;

    /** Thresholds by gate: a number, or for one below QPF's own a number with {@code because} and the reason. */
    @Parameter
    private Map<String, String> thresholds = Map.of();

    /** Gates that may be left out without failing the build, by id or title. */
    @Parameter(property = "qpf.allowNotRun")
    private List<String> allowNotRun = List.of();

    /** The gates to measure, by id or title, while you work on them; the others are NOT RUN. All by default. */
    @Parameter(property = "qpf.gates")
    private List<String> gates = List.of();

    /** Whether everything is measured again, though kept results still hold. */
    @Parameter(property = "qpf.remeasure", defaultValue = "false")
    private boolean remeasure;

    /** Whether a schema that does not ask for deployment (a draft, say) fails the build as a gate does. */
    @Parameter(property = "qpf.requireDeploymentReady", defaultValue = "true")
    private boolean requireDeploymentReady;

    /**
     * Files to write what came of it to, each in the form of its ending: {@code .json}, {@code .html}, {@code .xml} (JUnit) or
     * {@code .sarif}.
     */
    @Parameter(
            property = "qpf.readinessReports",
            defaultValue =
                    "${project.build.directory}/qpf/readiness-report.json,${project.build.directory}/qpf/readiness.html")
    private List<File> readinessReports = List.of();

    /** Where the page's trends are kept: outside of what {@code clean} removes. */
    @Parameter(
            property = "qpf.readinessHistory",
            defaultValue = "${user.home}/.cache/qpf/history/${project.groupId}/${project.artifactId}.json")
    private File readinessHistory;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version;

    public VerifyGatesMojo() {
        super("verify-gates");
    }

    @Override
    boolean isGoalSkipped() {
        return skipVerifyGates;
    }

    @Override
    void run(Request request, Console console) throws IOException, MojoFailureException {
        KeptRun run = keptRun(request, console);
        Optional<String> kept = run.text();
        if (kept.isPresent()) {
            console.info(kept.get());
            readinessReports.forEach(it -> console.info("readiness: " + it));
            return;
        }
        Outcome outcome = Extractor.preview(request.overwriting());
        console.printImportant(outcome.diagnostics());
        check(outcome);
        List<String> todo = new ArrayList<>();
        List<Readiness> all = new ArrayList<>();
        StringBuilder tables = new StringBuilder();
        for (Subject subject : subjects(outcome, request)) {
            Readiness readiness = measured(subject, request, console);
            all.add(readiness);
            String table = new GateTable(console.style()).of(readiness);
            console.info(table);
            tables.append(table);
            boolean held = readiness.agents().stream().anyMatch(it -> !it.schemaAllows());
            if (!readiness.passed() || (requireDeploymentReady && held)) {
                todo.addAll(readiness.todo());
            }
        }
        new ReadinessFiles(readinessReports, readinessHistory.toPath(), gates.isEmpty(), console)
                .write(new ReadinessReport(version, request.display(request.output()), all), Instant.now());
        if (!todo.isEmpty()) {
            throw new MojoFailureException("qpf:verify-gates: not ready for deployment. What to do:\n  - "
                    + todo.stream().map(Printable::line).collect(Collectors.joining("\n  - ")));
        }
        String since = "kept from " + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                + ", nothing has changed since: -Dqpf.remeasure measures again\n";
        run.keep(outcome.plans(), all, tables + findings(outcome) + since);
    }

    /** All that a run's result depends on: what is read, what was asked for, and this plugin itself. */
    private KeptRun keptRun(Request request, Console console) throws IOException {
        List<Path> read =
                List.of(request.input(), request.domain(), request.templates(), testDirectory.toPath(), baseline());
        List<String> asked = new ArrayList<>(List.of(
                request.project().toString(),
                Boolean.toString(requireDeploymentReady),
                request.settings().failOn().toString(),
                new TreeMap<>(request.settings().severities()).toString(),
                Boolean.toString(console.style().colour())));
        asked.addAll(realm());
        return KeptRun.of(
                options(gatesDirectory.toPath(), request.threads()),
                request.output(),
                read,
                asked,
                readinessReports.stream().map(File::toPath).toList());
    }

    /** The plugin and its libraries as they lie on disk: a plugin that was built anew measures anew. */
    private static List<String> realm() {
        List<String> jars = new ArrayList<>();
        if (VerifyGatesMojo.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                File jar = new File(url.getPath());
                jars.add(url + " " + jar.length() + " " + jar.lastModified());
            }
        }
        return jars;
    }

    private static String findings(Outcome outcome) {
        int warnings = outcome.diagnostics().count(Severity.WARNING);
        return warnings == 0 ? "" : Words.count(warnings, "warning") + " of the schemas: mvn qpf:validate shows more\n";
    }

    private Readiness measured(Subject subject, Request request, Console console)
            throws IOException, MojoFailureException {
        try {
            return Verification.run(
                    subject,
                    options(gatesDirectory.toPath().resolve(subject.folder()), request.threads()),
                    new GateLines(console));
        } catch (Verification.IllegalThresholds e) {
            throw new MojoFailureException("qpf:verify-gates: " + e.getMessage(), e);
        }
    }

    private List<Subject> subjects(Outcome outcome, Request request) {
        Optional<Path> tests =
                Optional.of(testDirectory.toPath()).filter(it -> it.toFile().isDirectory());
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < outcome.plans().size(); i++) {
            Linked linked = outcome.collections().get(i);
            subjects.add(new Subject(
                    request.output().resolve(linked.folder()),
                    linked.folder(),
                    outcome.plans().get(i),
                    outcome.report().orElseThrow(),
                    linked.place(),
                    new ProjectFolder(request.project()),
                    request.domain(),
                    tests));
        }
        return subjects;
    }

    private Options options(Path work, int workers) {
        return new Options(
                work,
                toolchainDirectory.toPath(),
                mode(),
                Optional.ofNullable(python),
                offline,
                Optional.ofNullable(wheels).map(File::toPath),
                Duration.ofSeconds(timeout),
                workers,
                thresholds,
                Set.copyOf(allowNotRun),
                Set.copyOf(gates),
                remeasure);
    }

    private Mode mode() {
        try {
            return Mode.valueOf(toolchain.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongParameter("qpf.toolchain is auto, venv, system or none, and not \"" + toolchain + "\"");
        }
    }
}
