package io.qpf.gates.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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
        ToolRun run = hang("sleep 600 & echo $!; wait", Duration.ofSeconds(3));

        assertEnded(run.output());
    }

    /** Nobody can tell whose a process was once its parent has ended: it must have been seen before. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
    void grandchildIsEndedThoughItsParentIsGone() throws Exception {
        ToolRun run = hang("(sleep 600 & echo $!; sleep 2) & sleep 600", Duration.ofSeconds(5));

        assertEnded(run.output());
    }

    /** PYTEST_ADDOPTS alone could leave every test out, and MYPYPATH hide every error. */
    @Test
    void whatSomebodySetForToolsReachesNone() {
        Map<String, String> variables = new HashMap<>(Map.of("PATH", "/bin", "HOME", "/home", "CRANE_PORT", "1"));
        for (String it : List.of(
                "PYTEST_ADDOPTS",
                "PYTEST_PLUGINS",
                "PYTHONPATH",
                "PYTHONSTARTUP",
                "PYTHONOPTIMIZE",
                "MYPYPATH",
                "MYPY_CONFIG_FILE_DIR",
                "COVERAGE_PROCESS_START",
                "COVERAGE_RCFILE",
                "COV_CORE_SOURCE",
                "PYLINTRC",
                "PYLINT_HOME",
                "BLACK_CACHE_DIR",
                "ISORT_PROFILE",
                "QPF_ORDER",
                "FORCE_COLOR")) {
            variables.put(it, "theirs");
        }

        Processes.prepare(variables, Map.of("PYTHONPATH", "ours"));

        assertThat(variables)
                .containsOnly(
                        Map.entry("PATH", "/bin"),
                        Map.entry("HOME", "/home"),
                        Map.entry("CRANE_PORT", "1"),
                        Map.entry("PYTHONPATH", "ours"));
    }

    private ToolRun hang(String script, Duration timeout) throws Exception {
        ToolRun run = Processes.run(List.of("sh", "-c", script), folder, Map.of(), timeout);
        assertThat(run.exit()).isEqualTo(ToolRun.TIMED_OUT);
        return run;
    }

    private static void assertEnded(String pid) {
        ProcessHandle.of(Long.parseLong(pid.strip()))
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

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a POSIX shell")
    void outputThatIsNoTextIsKept() throws Exception {
        List<String> command = List.of("sh", "-c", "printf 'before \\377\\376 after'; exit 3");

        ToolRun run = Processes.run(command, folder, Map.of(), Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.output()).startsWith("before ").endsWith(" after");
    }
}
