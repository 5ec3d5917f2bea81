package io.qpf.gates.toolchain;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A virtual environment made from hash-locked requirements.
 *
 * <p>It is made once for each text of the requirements and each Python, below a cache folder, and used again while both
 * stay the same. Several builds may ask for it at once: one makes it, the others wait.
 */
public final class Toolchain {
    private static final Duration SETUP = Duration.ofMinutes(15);
    private static final int KEY_LENGTH = 16;
    private static final long PAUSE_MILLIS = 50;

    private final Path environment;

    private Toolchain(Path environment) {
        this.environment = environment;
    }

    /**
     * The environment for requirements, made if it is not there yet.
     *
     * @param requirements the locked requirements, with a hash for every package
     * @param cache the folder that keeps environments
     * @throws ToolchainException if there is no Python 3.11 or newer, or a package cannot be had; it says what to do
     */
    public static Toolchain of(String requirements, Path cache) throws IOException, ToolchainException {
        String version = pythonVersion(cache);
        Path environment = cache.resolve(key(requirements + version));
        Files.createDirectories(cache);
        Path lock = cache.resolve(environment.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held.isValid() && !Files.exists(environment.resolve("complete"))) {
                make(environment, requirements);
                Files.createFile(environment.resolve("complete"));
            }
        }
        return new Toolchain(environment);
    }

    /** Waits for the lock. Other processes make the system wait; other threads of this one make it throw instead. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another thread was making the environment");
        }
    }

    /** Runs a module of the environment's Python: {@code python -m module arguments}. */
    public ToolRun run(Path folder, Duration timeout, Map<String, String> variables, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(python().toString()));
        command.addAll(arguments);
        return Processes.run(command, folder, variables, timeout);
    }

    /** The interpreter of the environment. */
    public Path python() {
        return interpreter(environment);
    }

    private static Path interpreter(Path environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return environment.resolve(windows ? "Scripts/python.exe" : "bin/python");
    }

    private static String pythonVersion(Path cache) throws IOException, ToolchainException {
        Files.createDirectories(cache);
        String script = "import sys; print('%d.%d.%d' % sys.version_info[:3]); sys.exit(sys.version_info < (3, 11))";
        ToolRun run;
        try {
            run = Processes.run(List.of("python3", "-c", script), cache, Map.of(), SETUP);
        } catch (IOException e) {
            throw new ToolchainException("There is no python3 on the PATH. Install Python 3.11 or newer.");
        }
        if (!run.passed()) {
            throw new ToolchainException(
                    "python3 is " + run.output().strip() + ", which is too old. Install Python 3.11 or newer.");
        }
        return run.output().strip();
    }

    private static void make(Path environment, String requirements) throws IOException, ToolchainException {
        Files.createDirectories(environment);
        Path file = environment.resolve("requirements.txt");
        Files.writeString(file, requirements);
        String python = interpreter(environment).toString();
        Optional<String> uv = uv(environment);
        if (uv.isPresent()) {
            step(environment, List.of(uv.get(), "venv", "--allow-existing", "--python", "python3", "."));
            step(
                    environment,
                    List.of(uv.get(), "pip", "install", "--python", python, "--require-hashes", "-r", file.toString()));
        } else {
            step(environment, List.of("python3", "-m", "venv", "."));
            step(environment, List.of(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", file.toString()));
        }
    }

    private static Optional<String> uv(Path folder) {
        try {
            return Processes.run(List.of("uv", "--version"), folder, Map.of(), SETUP)
                            .passed()
                    ? Optional.of("uv")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void step(Path folder, List<String> command) throws IOException, ToolchainException {
        ToolRun run = Processes.run(command, folder, Map.of(), SETUP);
        if (!run.passed()) {
            throw new ToolchainException("`" + String.join(" ", command) + "` failed with " + run.exit()
                    + ". Check that the package index can be reached.\n" + run.output());
        }
    }

    private static String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
