package io.qpf.gates.toolchain;

import java.time.Duration;
import java.util.List;

/**
 * One run of a tool.
 *
 * @param exit the exit status; 124 if the run was ended at its timeout
 * @param output standard output and standard error as they came
 */
public record ToolRun(List<String> command, int exit, String output, Duration took) {
    /** The status of a run that did not end by itself, as the shell's {@code timeout} gives it. */
    public static final int TIMED_OUT = 124;

    public ToolRun {
        command = List.copyOf(command);
    }

    public boolean passed() {
        return exit == 0;
    }
}
