package io.qpf.gates.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts processes and waits for them, never longer than it was told. */
final class Processes {
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
            String output = Files.readString(log, StandardCharsets.UTF_8);
            return new ToolRun(command, exit, output, Duration.ofNanos(System.nanoTime() - started));
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static int await(Process process, Duration timeout) {
        try {
            process.getOutputStream().close();
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The children first: once their parent is gone nobody can tell whose they were.
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        return ToolRun.TIMED_OUT;
    }
}
