package io.qpf.gates.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was started outlives its time, nor do its children. */
class ProcessesTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
    void runThatHangsIsEndedWithItsChildren() throws Exception {
        List<String> command = List.of("sh", "-c", "sleep 600 & echo $!; wait");

        ToolRun run = Processes.run(command, folder, Map.of(), Duration.ofSeconds(3));

        assertThat(run.exit()).isEqualTo(ToolRun.TIMED_OUT);
        long child = Long.parseLong(run.output().strip());
        ProcessHandle.of(child)
                .ifPresent(it -> assertThat(it.onExit()
                                .completeOnTimeout(it, PATIENCE_SECONDS, TimeUnit.SECONDS)
                                .join())
                        .matches(ended -> !ended.isAlive()));
    }

    @Test
    void runThatEndsTellsItsStatusAndItsOutput() throws Exception {
        ToolRun run =
                Processes.run(List.of("java", "-version"), folder, Map.of(), Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(run.passed()).isTrue();
        assertThat(run.output()).contains("version");
    }
}
