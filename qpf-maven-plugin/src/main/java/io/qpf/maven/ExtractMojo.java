package io.qpf.maven;

import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Extracts Python from the schemas: loads, links, checks, plans, renders and writes, in one transaction. */
@Mojo(name = "extract", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class ExtractMojo extends ReportingMojo {
    /** Skips this goal. */
    @Parameter(property = "qpf.extract.skip", defaultValue = "false")
    private boolean skipExtract;

    public ExtractMojo() {
        super("extract");
    }

    @Override
    boolean isGoalSkipped() {
        return skipExtract;
    }

    @Override
    Outcome look(Request request, Console console) throws IOException {
        Outcome outcome = Extractor.extract(request, new ProgressLines(console));
        console.printImportant(outcome.diagnostics());
        outcome.report().ifPresent(it -> console.print(it.drifted()));
        if (!outcome.failed()) {
            console.info(new ExtractionSummary(console.style(), request.display(request.output())).of(outcome));
        }
        return outcome;
    }
}
