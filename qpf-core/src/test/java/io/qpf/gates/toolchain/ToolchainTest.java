package io.qpf.gates.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.testing.RealTools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One environment for many: whoever asks gets it, and it is made once. */
class ToolchainTest {
    private static final int THREADS = 8;

    /** Locked requirements that ask for nothing, so that no index is needed. */
    private static final String NOTHING = "# no packages\n";

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
}
