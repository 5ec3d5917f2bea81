package io.qpf.maven;

import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that look at schemas and say what they find: reports in files. */
abstract class ReportingMojo extends QpfMojo {
    /**
     * Files to write a report to, each in the form of its ending: {@code .sarif}, {@code .json}, {@code .xml} (JUnit) or
     * {@code .txt}. They hold what the goal that wrote them last found.
     */
    @Parameter(property = "qpf.reports")
    private List<File> reports = List.of();

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version;

    ReportingMojo(String goal) {
        super(goal);
    }

    /** Does the goal's work and prints what came of it. */
    abstract Outcome look(Request request, Console console) throws IOException;

    /** Reports are written of what stops the build as well; a name that tells no form is refused before anything is done. */
    @Override
    final void run(Request request, Console console) throws IOException, MojoFailureException {
        ReportFiles files = new ReportFiles(reports, version);
        Outcome outcome = look(request, console);
        // An extraction that writes none loads nothing for them.
        if (!reports.isEmpty()) {
            files.write(outcome.report(request.settings().failOn()));
        }
        check(outcome);
    }
}
