package io.qpf.write;

import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several builds write to one folder at once: one after the other wins, whole. */
class ConcurrentBuildsTest {
    private static final int FILES = 12;

    @TempDir
    Path folder;

    static List<RenderedFile> build(String name) {
        return IntStream.range(0, FILES)
                .mapToObj(i -> module("L9/" + (i % 2 == 0 ? "shared" : name) + i + ".py", name + "\n"))
                .toList();
    }

    /** A build in a JVM of its own: writes again and again, or halts at a step. */
    static final class OtherBuild {
        private OtherBuild() {}

        public static void main(String[] arguments) throws IOException {
            Path out = Path.of(arguments[0]);
            int steps = Integer.parseInt(arguments[2]);
            Disk disk = steps < 0 ? Disk.REAL : new HaltingDisk(steps);
            for (int i = 0; i < 10; i++) {
                Diagnostics found = TreeWriter.to(out, options(), disk, Duration.ofSeconds(60))
                        .write(build(arguments[1]))
                        .diagnostics();
                if (found.hasErrors()) {
                    throw new IllegalStateException(found.toString());
                }
            }
        }
    }

    /** Ends the JVM in the middle of things, with no finally and no hook. */
    private static final class HaltingDisk implements Disk {
        private int left;

        HaltingDisk(int steps) {
            left = steps;
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            if (left-- <= 0) {
                Runtime.getRuntime().halt(9);
            }
            REAL.move(from, to);
        }
    }

    private static Process start(Path out, String name, int steps) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherBuild.class.getName(),
                        out.toString(),
                        name,
                        Integer.toString(steps))
                .redirectErrorStream(true)
                .redirectOutput(out.resolveSibling(name + ".log").toFile())
                .start();
    }

    private static int exitOf(Process process) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void assertOneOf(Path out, String... names) throws IOException {
        List<Object> expected = new ArrayList<>();
        for (String name : names) {
            Path reference = folder.resolve("reference-" + name);
            TreeWriter.to(reference, options()).write(build(name));
            expected.add(tree(reference));
        }
        assertThat((Object) tree(out)).isIn(expected);
    }

    @Test
    void twoProcessesDoNotMix() throws Exception {
        Path out = folder.resolve("out");
        Process first = start(out, "one", -1);
        Process second = start(out, "two", -1);

        assertThat(exitOf(first))
                .as(Files.readString(folder.resolve("one.log")))
                .isZero();
        assertThat(exitOf(second))
                .as(Files.readString(folder.resolve("two.log")))
                .isZero();
        assertOneOf(out, "one", "two");
    }

    @Test
    void threadsDoNotMix() throws Exception {
        Path out = folder.resolve("out");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Diagnostics>> builds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = List.of("one", "two", "three").get(i % 3);
            builds.add(threads.submit(
                    () -> TreeWriter.to(out, options()).write(build(name)).diagnostics()));
        }
        for (Future<Diagnostics> it : builds) {
            assertThat(it.get(60, TimeUnit.SECONDS).all()).isEmpty();
        }
        threads.shutdown();
        assertOneOf(out, "one", "two", "three");
    }

    @Test
    void runAfterAHaltedProcessFinishesItsWork() throws Exception {
        Path out = folder.resolve("out");
        assertThat(exitOf(start(out, "one", FILES / 2))).isEqualTo(9);
        assertThat(out.resolve(".qpf/journal.json")).exists();

        assertThat(TreeWriter.to(out, options())
                        .write(build("one"))
                        .diagnostics()
                        .all())
                .isEmpty();
        assertOneOf(out, "one");
    }

    @Test
    void buildThatCannotHaveTheFolderSaysSo() throws Exception {
        Path out = folder.resolve("out");
        Guard held = Guard.take(OutputFolder.at(out), Duration.ofSeconds(1)).orElseThrow();
        try {
            Diagnostics found = TreeWriter.to(out, options(), Disk.REAL, Duration.ofMillis(50))
                    .write(build("one"))
                    .diagnostics();
            assertThat(found.all()).singleElement().satisfies(it -> {
                assertThat(it.message()).isEqualTo("another build is writing to out");
                assertThat(it.hint()).contains("wait");
            });
        } finally {
            held.release();
        }
        assertThat(tree(folder)).containsOnlyKeys("/", "out/", "out/.qpf/", "out/.qpf/guard");
    }
}
