package io.qpf.gates.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Python that is new enough.
 *
 * @param command what starts it
 * @param version such as {@code 3.11.7}
 */
record Interpreter(String command, String version) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> NAMES = List.of("python3", "python3.13", "python3.12", "python3.11", "python");
    private static final String ASK =
            "import sys; print('%d.%d.%d' % sys.version_info[:3]); sys.exit(sys.version_info < (3, 11))";

    /** The Python that was asked for, or the first on the PATH that is new enough. */
    static Interpreter find(Optional<String> wish, Path folder) throws IOException, ToolchainException {
        Files.createDirectories(folder);
        List<String> tooOld = new ArrayList<>();
        for (String name : wish.map(List::of).orElse(NAMES)) {
            Optional<ToolRun> run = ask(name, folder);
            if (run.isPresent() && run.get().passed()) {
                return new Interpreter(name, run.get().output().strip());
            }
            run.ifPresent(it -> tooOld.add(name + " is " + it.output().strip()));
        }
        if (!tooOld.isEmpty()) {
            throw new ToolchainException("Python is too old: " + String.join(", ", tooOld)
                    + ". Install Python 3.11 or newer, or name one with -Dqpf.python=/path/to/python3.");
        }
        throw new ToolchainException(wish.map(it ->
                        "There is no Python at " + it + ". Correct -Dqpf.python, or install Python 3.11 or newer.")
                .orElse("There is no python3 on the PATH. Install Python 3.11 or newer, or name one with"
                        + " -Dqpf.python=/path/to/python3."));
    }

    private static Optional<ToolRun> ask(String name, Path folder) {
        try {
            return Optional.of(Processes.run(List.of(name, "-c", ASK), folder, Map.of(), PATIENCE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
