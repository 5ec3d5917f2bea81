package io.qpf.maven;

import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.extract.Extractor;
import io.qpf.extract.Mending;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import io.qpf.review.Baseline;
import io.qpf.review.Settings;
import io.qpf.write.TextFiles;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Loads, links and checks the schemas, and prints everything that it finds. Writes nothing but what it is asked for: fixes
 * ({@code qpf.fix}), a baseline ({@code qpf.writeBaseline}) and reports ({@code qpf.reports}).
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends ReportingMojo {
    /** Skips this goal. */
    @Parameter(property = "qpf.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    /**
     * Whether the mistakes that can only be meant in one way are mended in the files: a value is quoted, a key renamed, an alias
     * added. All other bytes of the files stay as they are, and the log shows what changed.
     */
    @Parameter(property = "qpf.fix", defaultValue = "false")
    private boolean fix;

    /** Whether all findings but errors go into the baseline ({@code qpf.baseline}), so that only new ones count from now on. */
    @Parameter(property = "qpf.writeBaseline", defaultValue = "false")
    private boolean writeBaseline;

    public ValidateMojo() {
        super("validate");
    }

    @Override
    boolean isGoalSkipped() {
        return skipValidate;
    }

    @Override
    Outcome look(Request request, Console console) throws IOException {
        Request own = writeBaseline ? withoutBaseline(request) : request;
        Outcome outcome = fix ? mended(own, console) : Extractor.validate(own);
        console.print(outcome.diagnostics());
        if (!fix) {
            console.offerFixes(Mending.mendable(own, outcome.diagnostics()));
        }
        Report report = outcome.report(own.settings().failOn());
        console.print(report);
        if (writeBaseline) {
            TextFiles.write(baseline(), Baseline.text(outcome.diagnostics()));
            console.info("baseline: " + request.display(baseline()) + " is written; these findings no longer count");
        }
        if (!outcome.failed()) {
            boolean valid = !outcome.diagnostics().hasErrors();
            console.info((valid ? console.style().good("valid: ") : "checked: ") + summary(outcome, report));
        }
        return outcome;
    }

    private static String summary(Outcome outcome, Report report) {
        return Words.count(outcome.size().agents(), "agent") + " in "
                + Words.count(outcome.size().collections(), "collection") + ", " + report.passed() + " of "
                + Words.count(report.rules().size(), "rule") + " passed, "
                + (report.open() == 0 ? "" : report.open() + " not decided, ")
                + FullFormat.summary(outcome.diagnostics());
    }

    /** A new baseline holds what the old one did as well. */
    private static Request withoutBaseline(Request it) {
        Settings settings = new Settings(it.settings().failOn(), it.settings().severities(), Baseline.NONE);
        return new Request(
                it.project(),
                it.input(),
                it.output(),
                it.domain(),
                it.templates(),
                it.threads(),
                it.overwrite(),
                settings);
    }

    private static Outcome mended(Request request, Console console) throws IOException {
        Mending.Mended mended = Mending.mend(request);
        console.print(mended);
        return mended.outcome();
    }
}
