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

/** Starts processes and waits for them, never longer than it was told. */
final class Processes {
    /** How often to look who was started: once a parent has ended, nobody can tell whose its children were. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private Processes() {}

    /**
     * Runs a command to its end, or ends it and its children at the timeout.
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
            builder.environment().putAll(environment);
            int exit = await(builder.start(), timeout);
            // Whatever a tool prints, also bytes that are no text.
            String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            return new ToolRun(command, exit, output, Duration.ofNanos(System.nanoTime() - started));
        } finally {
            Files.deleteIfExists(log);
        }
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
