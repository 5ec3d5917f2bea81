package io.qpf.gates.toolchain;

import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.source.Sha256;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A virtual environment made from hash-locked requirements.
 *
 * <p>It is made once for each text of the requirements and each Python, below a cache folder, and used again while both
 * stay the same. Several builds may ask for it at once: one makes it, the others wait.
 */
public final class Toolchain {
    private static final Duration SETUP = Duration.ofMinutes(15);
    private static final int KEY_LENGTH = 16;
    private static final String UV = "uv";
    private static final String VERSIONS = """
            import sys, importlib.metadata as m
            for name in sys.argv[1].split():
                try:
                    print(name + "=" + m.version(name))
                except m.PackageNotFoundError:
                    pass
            print("==" + sys.prefix)
            """;
    /** The last line of whoever answers, before the folder of its environment. */
    private static final String ANSWERED = "==";

    private static final String OTHERWISE =
            " a folder of wheels with -Dqpf.wheels, or use installed tools with -Dqpf.toolchain=system.";
    private static final long PAUSE_MILLIS = 50;

    private final String python;
    private final String identity;

    private Toolchain(String python, String identity) {
        this.python = python;
        this.identity = identity;
    }

    /**
     * The environment for requirements, made if it is not there yet.
     *
     * @param requirements the locked requirements, with a hash for every package
     * @param cache the folder that keeps environments
     * @throws ToolchainException if there is no Python 3.11 or newer, or a package cannot be had; it says what to do
     */
    public static Toolchain of(String requirements, Path cache) throws IOException, ToolchainException {
        return of(ToolchainRequest.of(requirements, cache));
    }

    /**
     * The tools that a request asks for.
     *
     * @throws ToolchainException if there is no Python 3.11 or newer, or a package cannot be had; it says what to do
     */
    public static Toolchain of(ToolchainRequest request) throws IOException, ToolchainException {
        return of(request, UV);
    }

    /** The same with another uv than the one on the PATH. */
    static Toolchain of(ToolchainRequest request, String uv) throws IOException, ToolchainException {
        Path cache = request.cache().toAbsolutePath();
        Interpreter base = Interpreter.find(request.python(), cache);
        if (request.mode() == Mode.SYSTEM || request.mode() == Mode.NONE) {
            return new Toolchain(base.command(), request.mode() + " " + base.command() + " " + base.version());
        }
        Path environment = cache.resolve(key(request.requirements() + base.version()));
        Path lock = cache.resolve(environment.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            if (held.isValid() && !isComplete(environment)) {
                make(environment, request, base, uv);
                prove(environment, request.requirements());
                Files.writeString(environment.resolve("complete"), "");
            }
        }
        return new Toolchain(interpreter(environment).toString(), environment.getFileName() + " " + base.version());
    }

    private static boolean isComplete(Path environment) {
        return Files.exists(environment.resolve("complete")) && Files.exists(interpreter(environment));
    }

    /** An installer that ends well has said nothing yet: the new Python itself must name what the lock wants. */
    private static void prove(Path environment, String requirements) throws IOException, ToolchainException {
        LockedVersions locked = LockedVersions.of(requirements);
        Path python = interpreter(environment);
        List<String> problems = new ArrayList<>();
        if (Files.exists(python)) {
            ToolRun run = Processes.run(asking(python.toString(), locked.names()), environment, Map.of(), SETUP);
            if (run.passed() && run.output().contains(ANSWERED)) {
                problems.addAll(locked.against(versions(run.output())));
            } else {
                problems.add("its Python " + python + " does not answer (exit " + run.exit() + "): "
                        + run.output().strip());
            }
        } else {
            problems.add("there is no Python at " + python);
        }
        if (!problems.isEmpty()) {
            remove(environment);
            throw new ToolchainException("The tools were not installed though the installer said so: "
                    + String.join("; ", problems) + ". Nothing was kept. Mend or remove the uv on the PATH, or make the"
                    + " environment without it by -Dqpf.toolchain=venv.");
        }
    }

    private static void remove(Path environment) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(environment)) {
            found = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path it : found) {
            Files.delete(it);
        }
    }

    /** What stays the same while every tool does, for an environment of its own. */
    public String identity() {
        return identity;
    }

    /** The versions of distributions that are installed, by name; what is not installed is not in it. */
    public Map<String, String> versions(Path folder, List<String> names) throws IOException {
        return versions(Processes.run(asking(python, names), folder, Map.of(), Duration.ofMinutes(1))
                .output());
    }

    private static List<String> asking(String python, List<String> names) {
        return List.of(python, "-P", "-c", VERSIONS, String.join(" ", names));
    }

    private static Map<String, String> versions(String output) {
        Map<String, String> versions = new TreeMap<>();
        output.lines()
                .map(it -> it.split("=", 2))
                .filter(it -> it.length == 2 && !it[0].isEmpty())
                .forEach(it -> versions.put(it[0], it[1]));
        return versions;
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
        List<String> command = new ArrayList<>(List.of(python));
        command.addAll(arguments);
        return Processes.run(command, folder, variables, timeout);
    }

    /** The interpreter of the environment. */
    public Path python() {
        return Path.of(python);
    }

    private static Path interpreter(Path environment) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return environment.resolve(windows ? "Scripts/python.exe" : "bin/python");
    }

    private static void make(Path environment, ToolchainRequest request, Interpreter base, String wanted)
            throws IOException, ToolchainException {
        Files.createDirectories(environment);
        Path file = environment.resolve("requirements.txt");
        Files.writeString(file, request.requirements());
        String python = interpreter(environment).toString();
        Optional<String> uv = request.mode() == Mode.AUTO ? uv(environment, wanted) : Optional.empty();
        List<String> install =
                new ArrayList<>(uv.isPresent() ? List.of(uv.get(), "pip") : List.of(python, "-m", "pip"));
        install.add("install");
        if (uv.isPresent()) {
            List<String> venv = List.of(uv.get(), "venv", "--allow-existing", "--python", base.command(), ".");
            step(environment, venv, "Check that this Python can be used, or name another one with -Dqpf.python.");
            install.addAll(List.of("--python", python));
        } else {
            List<String> venv = List.of(base.command(), "-m", "venv", ".");
            step(environment, venv, "Install what `python3 -m venv` needs (python3-venv on Debian), or uv.");
            install.add("--disable-pip-version-check");
        }
        if (request.offline()) {
            install.add(uv.isPresent() ? "--offline" : "--no-index");
        }
        request.wheels().ifPresent(it -> install.addAll(List.of("--no-index", "--find-links", it.toString())));
        install.addAll(List.of("--require-hashes", "-r", file.toString()));
        String remedy = request.offline()
                ? "The build is offline and the index is not asked: run it once online, or give"
                : "Check that the package index can be reached, give";
        step(environment, install, remedy + OTHERWISE);
    }

    private static Optional<String> uv(Path folder, String name) {
        try {
            return Processes.run(List.of(name, "--version"), folder, Map.of(), SETUP)
                            .passed()
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void step(Path folder, List<String> command, String remedy) throws IOException, ToolchainException {
        ToolRun run = Processes.run(command, folder, Map.of(), SETUP);
        if (!run.passed()) {
            throw new ToolchainException("The tools could not be installed: `" + String.join(" ", command)
                    + "` failed with " + run.exit() + ". " + remedy + "\n" + run.output());
        }
    }

    private static String key(String text) {
        return Sha256.of(text).substring(0, KEY_LENGTH);
    }
}
