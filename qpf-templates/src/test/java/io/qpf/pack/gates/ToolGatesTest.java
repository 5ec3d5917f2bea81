package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.toolchain.ToolchainRequest.Mode;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds for gates as a whole: without agents, without Python, with thresholds, and when nothing changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolGatesTest {
    private static final String LIFTS = "harbour_domain/lifts.py";
    private static final String CRANE = "harbour/agents/crane/";

    private MeasuredTree harbour = MeasuredTree.none();

    @BeforeAll
    void extract(@TempDir Path folder) throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
        harbour.withoutFoundationTests();
    }

    /** A planted defect, with the line that must be named. */
    private record Planted(Path file, String sound, int line) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.writeString(file, sound);
        }
    }

    private Planted plant(String file, String near, UnaryOperator<String> defect) throws IOException {
        Path path = harbour.tree().resolve(file);
        String sound = Files.readString(path);
        String broken = defect.apply(sound);
        assertThat(broken).isNotEqualTo(sound).contains(near);
        Files.writeString(path, broken);
        int line = (int) broken.substring(0, broken.indexOf(near)).lines().count() + 1;
        return new Planted(path, sound, line);
    }

    private static UnaryOperator<String> appended(String text, int times) {
        return sound -> {
            StringBuilder more = new StringBuilder(sound);
            for (int i = 0; i < times; i++) {
                more.append(text.replace("#", Integer.toString(i)));
            }
            return more.toString();
        };
    }

    @Test
    void agentThatDoesNotStartIsNotHealthy() throws IOException {
        try (Planted broken = plant(
                CRANE + "sway.py",
                "raise RuntimeError",
                appended("\n\nraise RuntimeError(\"the cable broke\")\n", 1))) {
            Readiness readiness = harbour.measure(Set.of("health", "monitoring"));

            assertThat(failed(readiness)).containsExactlyInAnyOrder("health", "drift");
            assertThat(MeasuredTree.result(readiness, "health").evidence())
                    .allMatch(it -> broken.file().endsWith(it.file()) && it.line() == broken.line())
                    .allMatch(it -> it.message().contains("the cable broke"));
            assertThat(MeasuredTree.result(readiness, "monitoring").outcome()).isInstanceOf(Outcome.NotRun.class);
        }
    }

    /** Black and isort measure a copy; whoever reads of it must find the file that they wrote. */
    @Test
    void peoplesOwnCodeIsNamedWhereTheyWroteIt() throws IOException {
        Path written = harbour.folder(Defect.Side.DOMAIN).resolve(LIFTS);
        String sound = Files.readString(written);
        Set<String> gates = Set.of("black", "isort", "unused-imports");
        try {
            Files.writeString(
                    written,
                    sound.replace("\nfrom collections", "\nimport zlib\nimport os\nfrom collections") + "\nKEPT=1\n");
            harbour.extract();
            Readiness copied = harbour.measure(gates);
            for (String gate : gates) {
                assertThat(MeasuredTree.result(copied, gate).evidence())
                        .as(gate)
                        .isNotEmpty()
                        .allMatch(it -> it.file().equals("domain/" + LIFTS));
            }
            assertThat(copied.todo()).noneMatch(it -> it.contains("tree/" + LIFTS));

            Files.writeString(harbour.tree().resolve(LIFTS), sound + "\nOTHER=1\n");
            Readiness edited = harbour.measure(Set.of("black", "drift"));

            assertThat(List.of(MeasuredTree.result(edited, "black"), MeasuredTree.result(edited, "drift")))
                    .as("the copy is another text by now, and its lines are its own")
                    .allMatch(result ->
                            result.evidence().stream().allMatch(it -> it.file().equals("tree/" + LIFTS)));
            assertThat(edited.todo()).anyMatch(it -> it.startsWith("drift, black: "));
        } finally {
            Files.writeString(written, sound);
            harbour.extract();
        }
    }

    @Test
    void withoutAnyPythonNothingIsMeasured() throws IOException {
        Readiness readiness = harbour.measure(Set.of(), Map.of(), Mode.AUTO, Optional.of("/nowhere/python3"));

        assertThat(readiness.results())
                .filteredOn(
                        it -> !it.gate().id().equals("drift") && !it.gate().id().equals("checklist"))
                .isNotEmpty()
                .allMatch(it -> it.outcome() instanceof Outcome.NotRun);
        assertThat(readiness.todo()).anyMatch(it -> it.contains("There is no Python at /nowhere/python3"));
    }

    @Test
    void thresholdBelowTheFloorNeedsAReason() throws IOException {
        Set<String> cheap = Set.of("checklist");
        Readiness readiness =
                harbour.measure(cheap, Map.of("coverage", "70 because it is old"), Mode.NONE, Optional.empty());

        assertThat(MeasuredTree.result(readiness, "coverage").threshold().reason())
                .contains("it is old");
        assertThatThrownBy(() -> harbour.measure(cheap, Map.of("coverage", "70"), Mode.NONE, Optional.empty()))
                .hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> harbour.measure(cheap, Map.of("covrage", "90"), Mode.NONE, Optional.empty()))
                .hasMessageContaining("did you mean `coverage`?");
    }

    @Test
    void whatDidNotChangeIsNotMeasuredAgain() throws IOException {
        Set<String> gates = Set.of("black", "imports");
        harbour.measure(gates);
        Readiness again = harbour.measure(gates);

        assertThat(MeasuredTree.result(again, "black")).matches(GateResult::kept);
        assertThat(MeasuredTree.result(again, "imports")).matches(GateResult::kept);
        assertThat(MeasuredTree.result(again, "black").outcome()).isInstanceOf(Outcome.Passed.class);
    }

    private static List<String> failed(Readiness readiness) {
        return readiness.results().stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .map(it -> it.gate().id())
                .toList();
    }
}
