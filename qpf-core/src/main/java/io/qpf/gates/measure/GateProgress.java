package io.qpf.gates.measure;

import java.time.Duration;

/** Hears how far the measuring is. Calls come from several threads, one at a time. */
public interface GateProgress {
    GateProgress SILENT = (task, took, kept, done, all) -> {};

    /**
     * A task has ended.
     *
     * @param kept whether its result was kept from an earlier run
     * @param done how many have ended so far
     * @param all how many there are, as far as known
     */
    void finished(String task, Duration took, boolean kept, int done, int all);
}
