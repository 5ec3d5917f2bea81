package io.qpf.gates.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Starts processes and waits for them, never longer than it was told. */
final class Processes {
    /** How often to look who was started: once a parent has ended, nobody can tell whose its children were. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /**
     * Variables by which tools are told, behind the gates' back, to look elsewhere or less closely: what somebody has set
     * for work of their own must not decide what a gate finds.
     */
    private static final Pattern MEDDLING = Pattern.compile(
            "(?:PYTHON|PYTEST|PY_|MYPY|PYLINT|BLACK_|ISORT_|COVERAGE_|COV_|SETUPTOOLS_|__PYVENV).*|QPF_ORDER"
                    + "|FORCE_COLOR|NO_COLOR|CLICOLOR.*",
            Pattern.CASE_INSENSITIVE);

    private Processes() {}

    /**
     * Runs a command to its end, or ends it and its children at the timeout.
     *
     * @param environment what is set besides what the build itself was given, without what meddles with tools
     *
     * @throws IOException if the command cannot be started
     */
    static ToolRun run(List<String> command, Path folder, Map<String, String> environment, Duration timeout)
            throws IOException {
        Path log = Files.createTempFile("qpf-tool", ".log");
        long started = System.nanoTime();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            prepare(builder.environment(), environment);
            int exit = await(builder.start(), timeout);
            // Whatever a tool prints, also bytes that are no text.
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return new ToolRun(command, exit, output, Duration.ofNanos(System.nanoTime() - started));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** Takes away what meddles, and adds what a run is to have. */
    static void prepare(Map<String, String> variables, Map<String, String> wanted) {
        variables.keySet().removeIf(it -> MEDDLING.matcher(it).matches());
        variables.putAll(wanted);
    }

    private static int await(Process process, Duration timeout) {
        Set<ProcessHandle> family = new LinkedHashSet<>();
        try {
            process.getOutputStream().close();
            long end = System.nanoTime() + timeout.toNanos();
            for (long left = timeout.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (process.waitFor(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                    return process.exitValue();
                }
                process.descendants().forEach(family::add);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.descendants().forEach(family::add);
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        return ToolRun.TIMED_OUT;
    }
}
