package io.qpf.gates.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One environment for many: whoever asks gets it, and it is made once. */
class ToolchainTest {
    private static final int THREADS = 8;

    /** Locked requirements that ask for nothing, so that no index is needed. */
    private static final String NOTHING = "# no packages\n";

    /** Nobody has this package, neither a cache nor an index. */
    private static final String LOCKED = "qpf-no-such-package==1 --hash=sha256:" + "0".repeat(64) + "\n";

    @TempDir
    Path cache = Path.of("");

    @Test
    void threadsThatMeetGetOneEnvironment() throws Exception {
        RealTools.get();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        Callable<Path> ask = () -> Toolchain.of(NOTHING, cache).python();
        List<Path> pythons = new ArrayList<>();
        for (Future<Path> it :
                pool.invokeAll(Stream.generate(() -> ask).limit(THREADS).toList())) {
            pythons.add(it.get());
        }
        pool.shutdown();
        assertThat(pythons).hasSize(THREADS).containsOnly(pythons.get(0));
        assertThat(pythons.get(0)).exists();
        try (Stream<Path> made = Files.list(cache)) {
            assertThat(made.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void packageWithoutItsHashIsRefused() throws Exception {
        RealTools.get();
        assertThatThrownBy(() -> Toolchain.of("black==26.5.1\n", cache))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("--require-hashes");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
    void pythonThatIsTooOldIsNamedWithItsVersion() throws Exception {
        Path old = Files.writeString(cache.resolve("python3.8"), "#!/bin/sh\necho 3.8.18\nexit 1\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();

        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() -> Toolchain.of(request(mode, NOTHING, Optional.of(old.toString()), false)))
                    .isInstanceOf(ToolchainException.class)
                    .hasMessageContaining("Python is too old: " + old + " is 3.8.18")
                    .hasMessageContaining("Install Python 3.11 or newer")
                    .hasMessageContaining("-Dqpf.python=");
        }
    }

    @Test
    void pythonThatIsNotThereIsNamed() {
        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() -> Toolchain.of(request(mode, NOTHING, Optional.of("/nowhere/python3"), false)))
                    .isInstanceOf(ToolchainException.class)
                    .hasMessage(
                            "There is no Python at /nowhere/python3. Correct -Dqpf.python, or install Python 3.11 or"
                                    + " newer.");
        }
    }

    /** Port 9 discards what it gets where it is served at all; no package comes from there. */
    @Test
    void indexThatCannotBeReachedIsNoToolchain() throws Exception {
        RealTools.get();
        String requirements = "--index-url http://127.0.0.1:9/simple/\n" + LOCKED;

        assertThatThrownBy(() -> Toolchain.of(request(Mode.AUTO, requirements, Optional.empty(), false)))
                .isInstanceOf(ToolchainException.class)
                .hasMessageStartingWith("The tools could not be installed: `")
                .hasMessageContaining("Check that the package index can be reached")
                .hasMessageContaining("-Dqpf.wheels")
                .hasMessageContaining("-Dqpf.toolchain=system")
                .hasMessageContaining("qpf-no-such-package");
    }

    @Test
    void offlineTheIndexIsNotAsked() throws Exception {
        RealTools.get();

        assertThatThrownBy(() -> Toolchain.of(request(Mode.VENV, LOCKED, Optional.empty(), true)))
                .isInstanceOf(ToolchainException.class)
                .hasMessageContaining("The build is offline and the index is not asked: run it once online")
                .hasMessageContaining("-Dqpf.wheels");
    }

    /** What could not be installed once is tried again, and what was once made needs no index any more. */
    @Test
    void environmentThatIsThereNeedsNoIndex() throws Exception {
        RealTools.get();
        Path made = Toolchain.of(request(Mode.VENV, NOTHING, Optional.empty(), false))
                .python();

        assertThat(Toolchain.of(request(Mode.VENV, NOTHING, Optional.empty(), true))
                        .python())
                .isEqualTo(made)
                .exists();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"SYSTEM", "NONE"})
    void withoutAnEnvironmentThePythonIsTakenAsItIs(Mode mode) throws Exception {
        String python = RealTools.get().python().toString();

        Toolchain toolchain = Toolchain.of(request(mode, LOCKED, Optional.of(python), false));

        assertThat(toolchain.python()).hasToString(python);
        try (Stream<Path> made = Files.list(cache)) {
            assertThat(made).isEmpty();
        }
    }

    private ToolchainRequest request(Mode mode, String requirements, Optional<String> python, boolean offline) {
        return new ToolchainRequest(requirements, cache, mode, python, offline, Optional.empty());
    }
}
