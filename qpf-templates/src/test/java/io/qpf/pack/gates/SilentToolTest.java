package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A tool that ends well and says nothing has measured nothing, also in a folder of an odd name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreter is a shell script")
class SilentToolTest {
    private static final Set<String> TOOLS = Set.of("black", "isort", "mypy", "pylint");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void silenceIsNoPraise() throws IOException {
        Path python = RealTools.get().python();
        MeasuredTree harbour = MeasuredTree.harbour(folder.resolve("my Häfen [x]"));
        Path mute = Files.writeString(folder.resolve("mute.sh"), """
                #!/bin/sh
                case "$*" in
                    *"-m black "*|*"-m isort "*|*"-m mypy "*|*"-m pylint "*) exit 0 ;;
                esac
                exec "PYTHON" "$@"
                """.replace("PYTHON", python.toString()));
        assertThat(mute.toFile().setExecutable(true)).isTrue();

        Readiness silent = harbour.measure(TOOLS, Map.of(), Mode.SYSTEM, Optional.of(mute.toString()));
        Readiness sound = harbour.measure(TOOLS, Map.of(), Mode.SYSTEM, Optional.of(python.toString()));

        for (String it : TOOLS) {
            assertThat(MeasuredTree.result(silent, it).outcome()).as(it).isInstanceOf(Outcome.NotRun.class);
            assertThat(MeasuredTree.result(sound, it).outcome()).as(it).isInstanceOf(Outcome.Passed.class);
        }
    }
}
