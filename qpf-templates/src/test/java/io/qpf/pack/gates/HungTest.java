package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A test that never ends is named and ended, with all that it started.
 *
 * <p>How long the runs before it take is the machine's affair, and nothing is shown while it has not begun. So the
 * patience comes from a run in which nothing hangs, and grows if the machine was slower than that afterwards.
 */
class HungTest {
    private static final Duration LEAST = Duration.ofSeconds(20);
    private static final Duration MOST = Duration.ofMinutes(20);
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final String FILE = "harbour/tests/agents/crane/test_config.py";
    private static final String ENDLESS = """
            import subprocess
            import pathlib


            def test_endless() -> None:
                \"""Starts a child that starts one of its own, and waits for ever.\"""
                child = subprocess.Popen(["sh", "-c", "sh -c 'echo $$ > PID; exec sleep 3600' & wait"])
                assert child.wait() == 0
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the test starts a POSIX shell")
    void testThatHangsFailsAndLeavesNothingBehind() throws IOException {
        RealTools.get();
        MeasuredTree harbour = MeasuredTree.harbour(folder);
        harbour.withoutFoundationTests();
        Path pid = folder.resolve("pid");
        Duration patience = twiceWhatSoundTestsTake(harbour);
        Files.writeString(harbour.tree().resolve(FILE), ENDLESS.replace("PID", pid.toString()));

        Readiness readiness = measure(harbour, patience);
        while (!hasBegun(pid) && patience.compareTo(MOST) < 0) {
            patience = patience.multipliedBy(2);
            readiness = measure(harbour, patience);
        }
        assertThat(hasBegun(pid)).as("the test began within %s", patience).isTrue();

        String message =
                "test_endless: did not end within " + patience.toSeconds() + " s; it was ended with its children";
        GateResult tests = MeasuredTree.result(readiness, "tests");
        assertThat(tests.outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(tests.evidence()).anySatisfy(it -> {
            assertThat(it.file()).isEqualTo("tree/" + FILE);
            assertThat(it.line()).isEqualTo(5);
            assertThat(it.message()).isEqualTo(message);
        });
        long grandchild = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(grandchild)
                .ifPresent(it -> assertThat(it.onExit()
                                .completeOnTimeout(it, GRACE.toSeconds(), TimeUnit.SECONDS)
                                .join())
                        .matches(ended -> !ended.isAlive()));
    }

    private static Duration twiceWhatSoundTestsTake(MeasuredTree harbour) throws IOException {
        long start = System.nanoTime();
        Readiness sound = measure(harbour, MOST);
        Duration twice = Duration.ofNanos(2 * (System.nanoTime() - start));

        assertThat(MeasuredTree.result(sound, "tests").outcome()).isInstanceOf(Outcome.Passed.class);
        return twice.compareTo(LEAST) < 0 ? LEAST : twice;
    }

    private static Readiness measure(MeasuredTree harbour, Duration patience) throws IOException {
        return harbour.measure(Set.of("tests"), Map.of(), Mode.AUTO, Optional.empty(), patience);
    }

    /** Whether the grandchild has said who it is. */
    private static boolean hasBegun(Path pid) throws IOException {
        return Files.exists(pid) && !Files.readString(pid).isBlank();
    }
}
