package io.qpf.maven;

import io.qpf.gates.measure.GateProgress;
import java.time.Duration;

/** One line for each run of a tool as it ends. */
final class GateLines implements GateProgress {
    private final Console console;

    GateLines(Console console) {
        this.console = console;
    }

    @Override
    public void finished(String task, Duration took, boolean kept, int done, int all) {
        console.info(
                kept
                        ? "  " + task + ": still holds"
                        : "  [" + done + "/" + all + "] " + task + ": " + Words.seconds(took));
    }
}
