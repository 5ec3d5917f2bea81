package io.qpf.maven;

import io.qpf.diagnostics.format.FullFormat;
import io.qpf.extract.Extractor;
import io.qpf.extract.Mending;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Loads, links and checks the schemas, and prints everything that it finds. Writes nothing. */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends QpfMojo {
    /** Skips this goal. */
    @Parameter(property = "qpf.validate.skip", defaultValue = "false")
    private boolean skipValidate;

    /**
     * Whether the mistakes that can only be meant in one way are mended in the files: a value is quoted, a key renamed, an alias
     * added. All other bytes of the files stay as they are, and the log shows what changed.
     */
    @Parameter(property = "qpf.fix", defaultValue = "false")
    private boolean fix;

    public ValidateMojo() {
        super("validate");
    }

    @Override
    boolean isGoalSkipped() {
        return skipValidate;
    }

    @Override
    Outcome run(Request request, Console console) throws IOException {
        Outcome outcome = fix ? mended(request, console) : Extractor.validate(request);
        console.print(outcome.diagnostics());
        if (!fix) {
            console.offerFixes(outcome.diagnostics());
        }
        if (!outcome.failed()) {
            int agents = outcome.collections().stream()
                    .mapToInt(it -> it.collection().agents().size())
                    .sum();
            console.info(console.style().good("valid: ") + Words.count(agents, "agent") + " in "
                    + Words.count(outcome.collections().size(), "collection") + ", "
                    + FullFormat.summary(outcome.diagnostics()));
        }
        return outcome;
    }

    private static Outcome mended(Request request, Console console) throws IOException {
        Mending.Mended mended = Mending.mend(request);
        console.print(mended);
        return mended.outcome();
    }
}
