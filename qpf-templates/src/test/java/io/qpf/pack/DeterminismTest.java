package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.extract.Outcome;
import io.qpf.write.WriteReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same schemas give the same bytes, whatever the machine, and a small change gives a small one. */
class DeterminismTest {
    private static final Path EXAMPLE = Path.of("../examples/l9/src/main");
    private static final int ODD = 4;

    @TempDir
    Path temp = Path.of("");

    private Path input = Path.of("");
    private Path domain = Path.of("");

    /** Extracts a folder of collections, and the example, in a JVM of its own. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Path from = Path.of(arguments[0]);
            Path to = Path.of(arguments[1]);
            int threads = Integer.parseInt(arguments[2]);
            Extraction.extract(from.resolve("l9/qpf"), to.resolve("l9"), from.resolve("l9/python"), threads);
            Extraction.extract(from.resolve("odd"), to.resolve("odd"), from.resolve("none"), threads);
            String machine = Locale.getDefault() + " " + Charset.defaultCharset() + " " + ZoneId.systemDefault();
            Files.writeString(Path.of(arguments[3]), machine);
        }
    }

    /** What differs from machine to machine. */
    private record Machine(String name, int threads, Map<String, String> environment, List<String> options) {}

    private static final List<Machine> MACHINES = List.of(
            new Machine(
                    "plain",
                    1,
                    Map.of("TZ", "UTC"),
                    List.of("-Duser.timezone=UTC", "-Duser.language=en", "-Dfile.encoding=UTF-8")),
            new Machine(
                    "turkish",
                    7,
                    Map.of("TZ", "Europe/Istanbul", "LC_ALL", "tr_TR.UTF-8"),
                    List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9")),
            new Machine(
                    "arabic",
                    2,
                    Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C"),
                    List.of(
                            "-Duser.language=ar",
                            "-Duser.country=EG",
                            "-Duser.extensions=u-nu-arab",
                            "-Duser.timezone=Pacific/Kiritimati",
                            "-Dfile.encoding=US-ASCII")),
            new Machine(
                    "utf16",
                    3,
                    Map.of("TZ", "Asia/Kolkata"),
                    List.of(
                            "-Duser.language=th",
                            "-Duser.country=TH",
                            "-Duser.timezone=America/St_Johns",
                            "-Dfile.encoding=UTF-16LE",
                            "-Dline.separator=\r\n")));

    @BeforeEach
    void copyExample() throws IOException {
        input = temp.resolve("here/l9/qpf");
        domain = temp.resolve("here/l9/python");
        copy(EXAMPLE.resolve("qpf"), input);
        copy(EXAMPLE.resolve("python"), domain);
    }

    @Test
    void everyMachineWritesTheSameBytes() throws Exception {
        // Several collections below one folder; each machine has them somewhere else.
        for (int seed = 0; seed < ODD; seed++) {
            RandomCollection.write(7000 + seed, temp.resolve("here/odd/c" + seed));
        }
        List<Map<String, String>> trees = new ArrayList<>();
        for (Machine machine : MACHINES) {
            Path from = temp.resolve("a folder of " + machine.name());
            copy(temp.resolve("here"), from);
            Path to = temp.resolve("out/" + machine.name());
            extractThere(machine, from, to);
            trees.add(Extraction.bytes(to));
        }
        assertThat(MACHINES)
                .map(it -> Files.readString(said(it)))
                .as("machines that differ")
                .doesNotHaveDuplicates();
        Map<String, String> plain = trees.get(0);
        assertThat(plain)
                .containsKeys("l9/.qpf/lock.json", "odd/.qpf/lock.json")
                .hasSizeGreaterThan(400 + 100 * ODD);
        for (int number = 1; number < MACHINES.size(); number++) {
            assertSame(MACHINES.get(number).name(), trees.get(number), plain);
        }
    }

    @Test
    void aSecondExtractionWritesNothing() throws IOException {
        Path tree = temp.resolve("tree");
        extract(tree, 1);
        FileTime old = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        for (Path file : filesBelow(tree)) {
            Files.setLastModifiedTime(file, old);
        }
        Map<String, String> before = Extraction.bytes(tree);

        WriteReport report = extract(tree, 3);

        assertThat(report.written()).isZero();
        assertThat(report.removed()).isEmpty();
        assertThat(report.unchanged()).hasSizeGreaterThan(300);
        assertThat(Extraction.bytes(tree)).isEqualTo(before);
        for (Path file : filesBelow(tree)) {
            if (!file.endsWith("guard")) {
                assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(old);
            }
        }
    }

    @Test
    void anotherTimeoutChangesOnlyWhatSaysIt() throws IOException {
        Path tree = temp.resolve("tree");
        extract(tree, 2);
        Map<String, String> before = Extraction.bytes(tree);
        Path schema = input.resolve("agents/tensoraios.yaml");
        String text = Files.readString(schema);
        String endpoint = "path: /tensoraios/v6/embeddings\n      method: POST\n      timeout_ms: ";
        assertThat(text).containsOnlyOnce(endpoint + "1000\n");
        Files.writeString(schema, text.replace(endpoint + "1000\n", endpoint + "1234\n"));

        WriteReport report = extract(tree, 2);

        String agent = "L9/core/tensoraios/";
        assertThat(report.created()).isEmpty();
        assertThat(report.removed()).isEmpty();
        assertThat(report.changed())
                .containsExactlyInAnyOrder(
                        agent + "API_SPEC.md",
                        agent + "PERFORMANCE_GUIDE.md",
                        agent + "README.md",
                        agent + "embedding_generator.py",
                        "L9/manifests/l9_example/tensoraios/tensoraios_v6_manifest.json",
                        "L9/tests/core/tensoraios/test_operations.py");
        Map<String, String> after = Extraction.bytes(tree);
        List<String> differing = after.keySet().stream()
                .filter(it -> !Objects.equals(after.get(it), before.get(it)))
                .toList();
        assertThat(differing)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(report.changed().stream(), Stream.of(".qpf/lock.json"))
                                .toList());
        for (String file : report.changed()) {
            if (!file.endsWith(".json")) {
                assertThat(after.getOrDefault(file, "").replace("1234", "1000"))
                        .as(file)
                        .isEqualTo(before.get(file));
            }
        }
    }

    private WriteReport extract(Path tree, int threads) throws IOException {
        Outcome outcome = Extraction.run(input, tree, domain, threads);
        assertThat(outcome.failed()).isFalse();
        return outcome.report().orElseThrow();
    }

    private void extractThere(Machine machine, Path from, Path to) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine.options());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", absolute(System.getProperty("java.class.path"))));
        command.add(Child.class.getName());
        command.addAll(List.of(from.toString(), to.toString(), Integer.toString(machine.threads())));
        command.add(said(machine).toString());
        Path log = temp.resolve(machine.name() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(machine.environment());
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(new String(Files.readAllBytes(log), StandardCharsets.UTF_8))
                .isZero();
    }

    /** Where a machine says what it was. */
    private Path said(Machine machine) {
        return temp.resolve(machine.name() + ".txt");
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void assertSame(String name, Map<String, String> tree, Map<String, String> plain) {
        assertThat(tree.keySet()).as(name).isEqualTo(plain.keySet());
        tree.forEach((path, text) -> assertThat(text).as("%s on %s", path, name).isEqualTo(plain.get(path)));
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : filesBelow(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!file.toString().contains("__pycache__")) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static List<Path> filesBelow(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
