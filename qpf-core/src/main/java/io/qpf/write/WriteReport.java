package io.qpf.write;

import java.util.List;

/**
 * The output folder against the plan, by paths below it. With errors beside it nothing was written.
 *
 * @param created written, and not there before
 * @param changed written over what the last extraction wrote
 * @param removed written by the last extraction and no longer planned
 * @param linked files of the workspace's own that stand where the plan has one, kept as they are
 * @param drifted edited by hand since the last extraction
 */
public record WriteReport(
        List<String> created,
        List<String> changed,
        List<String> unchanged,
        List<String> removed,
        List<String> linked,
        List<Drift> drifted) {
    public WriteReport {
        created = List.copyOf(created);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        removed = List.copyOf(removed);
        linked = List.copyOf(linked);
        drifted = List.copyOf(drifted);
    }

    /** How many files were written. */
    public int written() {
        return created.size() + changed.size();
    }
}
