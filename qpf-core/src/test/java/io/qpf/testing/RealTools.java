package io.qpf.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.qpf.gates.toolchain.ToolRun;
import io.qpf.gates.toolchain.Toolchain;
import io.qpf.gates.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** black, isort, mypy, pylint and pytest as a person would run them in a folder. */
public final class RealTools {
    private static final Duration LONGEST = Duration.ofMinutes(25);
    private static final String LOCK = "qpf-templates/src/main/resources/qpf/pack/project/requirements-dev.txt";

    private final Toolchain toolchain;

    private RealTools(Toolchain toolchain) {
        this.toolchain = toolchain;
    }

    /**
     * The tools of the pack's lock. Where they cannot be had, a build on CI fails, and any other says so on standard
     * error and counts its tests as aborted.
     */
    public static RealTools get() throws IOException {
        return get(LOCK);
    }

    /** The same of another lock, by its path in the project. */
    public static RealTools get(String lock) throws IOException {
        Path root = Path.of(System.getProperty("qpf.root", "."));
        try {
            return new RealTools(Toolchain.of(Files.readString(root.resolve(lock)), root.resolve("target/qpf-venv")));
        } catch (ToolchainException e) {
            String message = "THE REAL PYTHON TOOLS DID NOT RUN: " + e.getMessage();
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            System.err.println(message);
            return Assumptions.abort(message);
        }
    }

    /** The interpreter that has the tools. */
    public Path python() {
        return toolchain.python();
    }

    /** Runs {@code python -m} with the arguments in a folder and returns what it printed; it must exit with 0. */
    public String passes(Path folder, String... arguments) throws IOException {
        return passes(folder, Map.of(), arguments);
    }

    /** The same, with more environment variables. */
    public String passes(Path folder, Map<String, String> variables, String... arguments) throws IOException {
        ToolRun run = run(folder, variables, arguments);
        assertThat(run.exit())
                .as("%s in %s%n%s", String.join(" ", arguments), folder, run.output())
                .isZero();
        return run.output();
    }

    /** Runs {@code python -m} with the arguments in a folder. */
    public ToolRun run(Path folder, Map<String, String> variables, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of("-m"));
        command.addAll(List.of(arguments));
        return toolchain.run(folder, LONGEST, variables, command);
    }
}
