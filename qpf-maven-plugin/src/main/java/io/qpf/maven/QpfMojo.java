package io.qpf.maven;

import io.qpf.diagnostics.format.FullFormat;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: the parameters, and how an outcome becomes Maven's. */
abstract class QpfMojo extends AbstractMojo {
    /** Where schemas lie below a project, as {@code inputDirectory} says. */
    private static final String CONVENTION = "src/main/qpf";

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File baseDirectory;

    /** Where the schemas lie: one collection, or a folder for each of several. */
    @Parameter(property = "qpf.inputDirectory", defaultValue = "${project.basedir}/src/main/qpf")
    private File inputDirectory;

    /** Where the extracted tree goes. It may be a folder under version control. */
    @Parameter(property = "qpf.outputDirectory", defaultValue = "${project.build.directory}/generated-sources/qpf")
    private File outputDirectory;

    /** Your own Python, which schemas bind by name; it is copied beside the agents. */
    @Parameter(property = "qpf.domainDirectory", defaultValue = "${project.basedir}/src/main/python")
    private File domainDirectory;

    /** Templates of your own; each replaces the pack's template of the same name. */
    @Parameter(property = "qpf.templatesDirectory", defaultValue = "${project.basedir}/src/main/qpf/templates")
    private File templatesDirectory;

    /**
     * How many files are rendered at once; 0 takes as many as there are processors. The output does not depend on it.
     */
    @Parameter(property = "qpf.threads", defaultValue = "0")
    private int threads;

    /**
     * Which findings fail the build: {@code error}, {@code warning} (and errors), {@code info} (and those), or {@code never}. An
     * error always stops an extraction, since there is nothing true to write.
     */
    @Parameter(property = "qpf.failOn", defaultValue = "error")
    private String failOn;

    /** The same as {@code qpf.failOn=warning}. */
    @Parameter(property = "qpf.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Rules that weigh more or less here, such as {@code QPF-GOV-302=error, QPF-STR-004=off}. An error stays an error. */
    @Parameter(property = "qpf.severities")
    private String severities;

    /** Findings that were there before somebody looked; they do not count. See {@code qpf.writeBaseline}. */
    @Parameter(property = "qpf.baseline", defaultValue = "${project.basedir}/qpf-baseline.txt")
    private File baseline;

    /** Whether hand edits of generated files may be overwritten. The log then shows what they were. */
    @Parameter(property = "qpf.overwrite", defaultValue = "false")
    private boolean overwrite;

    /**
     * How findings are printed: {@code full} shows the line and the place, {@code concise} takes one line each, {@code github}
     * writes annotations of a GitHub workflow.
     */
    @Parameter(property = "qpf.format", defaultValue = "full")
    private String format;

    /** Whether the log is coloured: {@code always}, {@code never}, or {@code auto}, which colours a terminal only. */
    @Parameter(property = "qpf.color", defaultValue = "auto")
    private String color;

    /** Skips every goal of this plugin. */
    @Parameter(property = "qpf.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
    private boolean interactive;

    @Parameter(property = "style.color", defaultValue = "auto", readonly = true)
    private String mavenColor;

    @Parameter(defaultValue = "${mojo.executionId}", readonly = true)
    private String executionId;

    private final String goal;

    QpfMojo(String goal) {
        this.goal = goal;
    }

    /** Whether this goal alone is skipped. */
    abstract boolean isGoalSkipped();

    /** Does the goal's work, prints what came of it, and {@linkplain #check checks} it. */
    abstract void run(Request request, Console console) throws IOException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isGoalSkipped()) {
            getLog().info("qpf:" + goal + " is skipped; leave out -Dqpf.skip and -Dqpf." + goal + ".skip to run it");
            return;
        }
        if (!inputDirectory.isDirectory()) {
            missingInput();
            return;
        }
        try {
            run(request(), new Console(getLog(), Style.of(color, mavenColor, interactive), format));
        } catch (WrongParameter e) {
            throw new MojoExecutionException("qpf:" + goal + ": " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw new MojoExecutionException("qpf:" + goal + " could not do its work: " + e, e);
        }
    }

    /** Fails the build for an outcome that stopped before its end. */
    final void check(Outcome outcome) throws MojoFailureException {
        if (outcome.failed()) {
            throw new MojoFailureException(summary(outcome));
        }
    }

    private Request request() throws IOException {
        return new Request(
                baseDirectory.toPath(),
                inputDirectory.toPath(),
                outputDirectory.toPath(),
                domainDirectory.toPath(),
                templatesDirectory.toPath(),
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                overwrite,
                CountingParameters.settings(
                        failOnWarning ? "warning" : failOn, severities == null ? "" : severities, baseline.toPath()));
    }

    /** Where the baseline lies. */
    final Path baseline() {
        return baseline.toPath();
    }

    /**
     * Whoever asks for a goal by name, or names a folder, wants to hear; a module that inherits the plugin may well have no schemas
     * where they lie by convention.
     */
    private void missingInput() throws MojoFailureException {
        String what = inputDirectory.exists() ? "is no folder: " : "there is no input folder ";
        String message = (inputDirectory.exists() ? "the input folder " : "") + what + inputDirectory
                + ". Put an extractor-map.yaml and agents/*.yaml"
                + " there, or name another folder with -Dqpf.inputDirectory=…";
        boolean conventional =
                inputDirectory.getAbsoluteFile().equals(new File(baseDirectory, CONVENTION).getAbsoluteFile());
        if (executionId.equals("default-cli") || !conventional || inputDirectory.exists()) {
            throw new MojoFailureException("qpf:" + goal + ": " + message);
        }
        getLog().warn("qpf:" + goal + " has nothing to do: " + message);
    }

    private String summary(Outcome outcome) {
        String word = failOnWarning ? "warning" : failOn;
        String warnings = outcome.diagnostics().hasErrors() ? "" : " (and qpf.failOn is " + word + ")";
        return "qpf:" + goal + " found " + FullFormat.summary(outcome.diagnostics()) + warnings
                + "; the output is as it was. Each finding above says what to do; mvn qpf:validate checks again.";
    }
}
