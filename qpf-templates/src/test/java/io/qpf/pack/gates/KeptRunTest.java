package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.measure.KeptRun;
import io.qpf.gates.measure.Options;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is kept whole stands while nothing has changed, and falls with whatever it depends on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptRunTest {
    private static final String TEXT = "25 gates, all passed \u2014 \u00e4\n";
    private static final String CRANE = "input/agents/crane.yaml";

    private MeasuredTree harbour = MeasuredTree.none();
    private Path folder = Path.of("");
    private List<GateResult> measured = List.of();

    @BeforeAll
    void extract(@TempDir Path temp) throws IOException {
        RealTools.get();
        folder = temp;
        harbour = MeasuredTree.harbour(temp);
        measured = List.of(MeasuredTree.result(harbour.measure(Set.of("drift")), "drift"));
        Files.writeString(temp.resolve("report.json"), "{}");
        Files.createDirectories(temp.resolve("requests"));
        Files.writeString(temp.resolve("requests/lift.json"), "{}");
        // What tests read is compared by Reads: here the SHA-256 of the file above, and a file that is not there.
        String reads = "{\"" + temp.resolve("requests/lift.json")
                + "\":\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\",\""
                + temp.resolve("settings.local") + "\":\"absent\"}";
        Files.writeString(temp.resolve("gates/reads.json"), reads);
    }

    private GateResult passed() {
        return measured.get(0);
    }

    private KeptRun run(Mode mode, String python, String asked) throws IOException {
        Options options = harbour.options(
                Set.of(),
                Map.of("coverage", "90", "pylint", "9.5"),
                mode,
                Optional.of(python).filter(it -> !it.isEmpty()),
                Duration.ofMinutes(1));
        List<Path> read =
                List.of(folder.resolve("input"), folder.resolve("domain"), folder.resolve("qpf-baseline.txt"));
        return KeptRun.of(options, harbour.tree(), read, List.of(asked), List.of(folder.resolve("report.json")));
    }

    private KeptRun run() throws IOException {
        return run(Mode.AUTO, "", "now");
    }

    private void keep(KeptRun run, GateResult... results) throws IOException {
        Readiness readiness = new Readiness(
                "harbour",
                "",
                List.of(results),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Duration.ofSeconds(1));
        run.keep(harbour.plans(), List.of(readiness), TEXT);
    }

    @Test
    void runStandsWhileNothingChanges() throws IOException {
        keep(run(), passed());

        assertThat(run().text()).contains(TEXT);
        assertThat(run().text()).contains(TEXT);
        assertThat(run(Mode.AUTO, "", "something else").text()).isEmpty();
        assertThat(run(Mode.VENV, "", "now").text()).isEmpty();
        assertThat(run(Mode.AUTO, "/nowhere/python3", "now").text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CRANE,
                "input/extractor-map.yaml",
                "input/new.yaml",
                "domain/harbour_domain/lifts.py",
                "tree/harbour/agents/crane/sway.py",
                "tree/README.md",
                "tree/conftest.py",
                "qpf-baseline.txt",
                "report.json",
                "requests/lift.json",
                "settings.local",
            })
    void runFallsWithWhatItDependsOn(String file) throws IOException {
        keep(run(), passed());
        Path path = folder.resolve(file);
        Optional<String> before = Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        Files.writeString(path, before.orElse("") + "\n");

        assertThat(run().text()).isEmpty();

        if (before.isPresent()) {
            Files.writeString(path, before.get());
        } else {
            Files.delete(path);
        }
        assertThat(run().text()).as("all is as it was").contains(TEXT);
    }

    @Test
    void runOutlivesCachesOfTools() throws IOException {
        keep(run(), passed());
        Path cache = folder.resolve("tree/.mypy_cache/3.11/it.json");
        Files.createDirectories(cache.resolveSibling("."));
        Files.writeString(cache, "{}");

        assertThat(run().text()).contains(TEXT);
    }

    @Test
    void runFallsWithAFileThatIsGone() throws IOException {
        keep(run(), passed());
        Path file = folder.resolve(CRANE);
        String before = Files.readString(file);
        Files.delete(file);

        assertThat(run().text()).isEmpty();

        Files.writeString(file, before);
    }

    /** What the build tolerates today may be measured tomorrow. */
    @ParameterizedTest
    @CsvSource({"true, AUTO", "false, AUTO", "false, SYSTEM", "false, NONE"})
    void onlyWholeRunsWithToolsOfTheirOwnAreKept(boolean allowed, Mode mode) throws IOException {
        KeptRun run = run(mode, "", "now");
        if (mode == Mode.AUTO) {
            keep(run, passed(), notRun(allowed));
        } else {
            keep(run, passed());
        }

        assertThat(run(mode, "", "now").text()).isEmpty();
    }

    private GateResult notRun(boolean allowed) {
        return new GateResult(
                passed().gate(),
                passed().threshold(),
                new Outcome.NotRun("there is no pylint"),
                allowed,
                List.of(),
                List.of(),
                Duration.ZERO,
                false,
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key=\\u12", "key=1", "\u0000\u0001"})
    void fileThatIsNoneIsNoRun(String text) throws IOException {
        keep(run(), passed());
        Files.writeString(folder.resolve("gates/kept-run.properties"), text);

        assertThat(run().text()).isEmpty();
    }
}
