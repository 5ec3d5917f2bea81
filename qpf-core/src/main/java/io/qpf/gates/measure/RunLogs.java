package io.qpf.gates.measure;

import java.util.ArrayList;
import java.util.List;

/** Where the output of an instrument's runs lies, one file a run. Runs may end on several threads. */
final class RunLogs {
    private final List<String> all = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    synchronized void note(String log, boolean passed) {
        all.add(log);
        if (!passed) {
            failed.add(log);
        }
    }

    /** The runs that did not pass; all of them where every run did, since the figures come from these. */
    synchronized List<String> telling() {
        return List.copyOf(failed.isEmpty() ? all : failed);
    }
}
