package io.qpf.pack.gates;

import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python that measures other Python meets what it asks of others. */
class ProbeTest {
    private static final Path FOLDER =
            Path.of("../qpf-core/src/main/resources/qpf/gates").toAbsolutePath().normalize();

    @Test
    void probePassesTheTools(@TempDir Path temp) throws IOException {
        RealTools tools = RealTools.get();
        tools.passes(FOLDER, "black", "--check", "--diff", "--quiet", "--line-length=100", "qpf_probe");
        tools.passes(FOLDER, "isort", "--check-only", "--diff", "--profile=black", "--line-length=100", "qpf_probe");
        tools.passes(FOLDER, "mypy", "--strict", "--cache-dir=" + temp, "qpf_probe");
    }
}
