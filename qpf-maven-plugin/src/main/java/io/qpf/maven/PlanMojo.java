package io.qpf.maven;

import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Says what an extraction would do: the waves of agents, and the files that are new, changed and stale. Writes nothing. */
@Mojo(name = "plan", threadSafe = true)
public final class PlanMojo extends ReportingMojo {
    /** Skips this goal. */
    @Parameter(property = "qpf.plan.skip", defaultValue = "false")
    private boolean skipPlan;

    public PlanMojo() {
        super("plan");
    }

    @Override
    boolean isGoalSkipped() {
        return skipPlan;
    }

    @Override
    Outcome look(Request request, Console console) throws IOException {
        Outcome outcome = Extractor.preview(request);
        console.printImportant(outcome.diagnostics());
        outcome.report().ifPresent(it -> console.print(it.drifted()));
        console.info(new PlanSummary(console.style(), request.display(request.output())).of(outcome));
        return outcome;
    }
}
