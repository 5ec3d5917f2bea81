package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An environment of its own that loses one package after the other: what needs it is NOT RUN, all else still passes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the environment is one of symbolic links")
class MissingToolTest {
    private MeasuredTree harbour = MeasuredTree.none();
    private Path packages = Path.of("");
    private Path aside = Path.of("");
    private String python = "";

    @BeforeAll
    void makeAnEnvironmentThatCanLoseThings(@TempDir Path folder) throws IOException {
        String places = "import sys, sysconfig; print(sys._base_executable); print(sysconfig.get_path('purelib'))";
        Path script = Files.writeString(folder.resolve("places.py"), places);
        List<String> found = RealTools.get()
                .passes(folder, Map.of("PYTHONPATH", folder.toString()), "places")
                .lines()
                .toList();
        Files.delete(script);
        Path base = Path.of(found.get(0));
        Path real = Path.of(found.get(1));
        Path environment = folder.resolve("environment");
        aside = Files.createDirectories(folder.resolve("aside"));
        packages = Files.createDirectories(environment
                .resolve("lib")
                .resolve(real.getName(real.getNameCount() - 2))
                .resolve("site-packages"));
        Files.createDirectories(environment.resolve("bin"));
        Files.writeString(
                environment.resolve("pyvenv.cfg"),
                "home = " + base.getParent() + "\ninclude-system-site-packages = false\n");
        python = Files.createSymbolicLink(environment.resolve("bin/python"), base)
                .toString();
        try (Stream<Path> all = Files.list(real)) {
            for (Path it : all.toList()) {
                Files.createSymbolicLink(packages.resolve(real.relativize(it)), it);
            }
        }
        harbour = MeasuredTree.harbour(folder.resolve("harbour"));
        assertThat(notRun(measure())).isEmpty();
    }

    private Readiness measure() throws IOException {
        return harbour.measure(Set.of(), Map.of(), Mode.SYSTEM, Optional.of(python));
    }

    private static Set<String> notRun(Readiness readiness) {
        return readiness.results().stream()
                .filter(it -> it.outcome() instanceof Outcome.NotRun)
                .map(it -> it.gate().id())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "black, black",
        "isort, isort",
        "mypy, mypy",
        "pylint, pylint",
        "pytest, tests coverage integration",
        "pytest-asyncio, tests coverage integration",
        "coverage, tests coverage integration",
        "httpx, health monitoring alerting governance endpoints dora tests coverage integration mypy pylint",
        "uvicorn, health monitoring alerting governance endpoints dora tests coverage integration mypy pylint"
    })
    void withoutAPackageItsGatesAreNotRun(String name, String gates) throws IOException {
        String module = name.replace('-', '_');
        assertLost(name, gates, it -> it.equals(module) || it.matches(module + "-.*\\.dist-info"));
    }

    /** A package that says it is there and is not, with a file that nobody has measured yet. */
    @ParameterizedTest
    @CsvSource({"black, black", "pylint, pylint", "mypy, mypy"})
    void halfAPackageIsNone(String name, String gates) throws IOException {
        Path file = harbour.tree().resolve("harbour/agents/crane/sway.py");
        String before = Files.readString(file);
        Files.writeString(file, before + "\n\n# " + name + "\n");
        try {
            assertLost(name, gates, it -> it.equals(name));
        } finally {
            Files.writeString(file, before);
        }
    }

    private void assertLost(String name, String gates, java.util.function.Predicate<String> isLost) throws IOException {
        List<Path> lost = new ArrayList<>();
        try (Stream<Path> all = Files.list(packages)) {
            for (Path it : all.filter(path -> isLost.test(path.getFileName().toString()))
                    .toList()) {
                lost.add(Files.move(it, aside.resolve(it.getFileName())));
            }
        }
        assertThat(lost).isNotEmpty();
        try {
            Readiness readiness = measure();

            assertThat(notRun(readiness)).containsExactlyInAnyOrder(gates.split(" ", -1));
            assertThat(readiness.results())
                    .filteredOn(it -> it.outcome() instanceof Outcome.Failed)
                    .extracting(it -> it.gate().id())
                    .isSubsetOf("drift");
            assertThat(readiness.results())
                    .filteredOn(it -> it.outcome() instanceof Outcome.NotRun)
                    .allMatch(it -> it.stops()
                            && ((Outcome.NotRun) it.outcome())
                                    .why()
                                    .contains(name + " is not installed for " + python));
            assertThat(readiness.todo()).anyMatch(it -> it.contains(name + " is not installed"));
            assertThat(readiness.passed()).isFalse();
            assertThat(readiness.deploymentReady()).isFalse();
        } finally {
            for (Path it : lost) {
                Files.move(it, packages.resolve(it.getFileName()));
            }
        }
    }
}
