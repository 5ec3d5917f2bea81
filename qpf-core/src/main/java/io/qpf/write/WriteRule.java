package io.qpf.write;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.StageRule;

/** Everything that can forbid a write, with the id that people look up. Ids are never used twice and never reused. */
public enum WriteRule implements StageRule {
    BAD_OUTPUT_PATH("QPF-OUT-001", Severity.ERROR, "A path would not stand below the output folder on every system."),
    CARRIAGE_RETURN("QPF-OUT-002", Severity.ERROR, "A file would hold a carriage return."),
    PATHS_COLLIDE("QPF-OUT-003", Severity.ERROR, "Two paths cannot stand side by side on every file system."),
    OUTSIDE("QPF-OUT-004", Severity.ERROR, "A symbolic link leads out of the output folder."),
    IN_THE_WAY("QPF-OUT-005", Severity.ERROR, "Something that QPF did not write stands where a file is to be."),
    DRIFT("QPF-OUT-006", Severity.ERROR, "A generated file was edited by hand."),
    BAD_LOCK("QPF-OUT-007", Severity.ERROR, "The lock cannot be read."),
    INTERRUPTED("QPF-OUT-008", Severity.ERROR, "An interrupted extraction cannot be finished."),
    BUSY("QPF-OUT-009", Severity.ERROR, "Another build is writing to the output folder."),
    REFUSED("QPF-OUT-011", Severity.ERROR, "The disk does not take a file, or does not give one up.");

    // A record of texts and a severity, which the checker cannot know.
    @SuppressWarnings("ImmutableEnumChecker")
    private final RuleInfo info;

    WriteRule(String id, Severity severity, String summary) {
        info = new RuleInfo(id, severity, summary);
    }

    @Override
    public RuleInfo info() {
        return info;
    }
}
