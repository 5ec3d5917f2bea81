package io.qpf.maven;

import io.qpf.gates.measure.GateProgress;
import java.time.Duration;

/**
 * One line for each run of a tool as it ends, numbered. It names no total: what the later tools have to do is known only when the
 * first have read the tree, and a total that grows would make people doubt the count.
 */
final class GateLines implements GateProgress {
    private final Console console;

    GateLines(Console console) {
        this.console = console;
    }

    @Override
    public void finished(String task, Duration took, boolean kept, int done, int all) {
        console.info(kept ? "  " + task + ": still holds" : "  [" + done + "] " + task + ": " + Words.seconds(took));
    }
}
