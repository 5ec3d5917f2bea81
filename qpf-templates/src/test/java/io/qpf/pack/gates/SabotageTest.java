package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Gate;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each gate finds its own defect, at its place, and no other gate minds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SabotageTest {
    /** What needs no tool and no running agent; governance, endpoints and dora are read as well as asked for. */
    private static final Set<String> READ = Gates.ALL.stream()
            .filter(it -> it.family() == Gate.Family.STATIC || it.family() == Gate.Family.COLLECTION)
            .map(Gate::id)
            .collect(Collectors.toUnmodifiableSet());

    private MeasuredTree harbour = MeasuredTree.none();

    @BeforeAll
    void extract(@TempDir Path folder) throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
    }

    static List<Sabotage> read() {
        return Sabotage.read();
    }

    @Test
    void whatIsExtractedHasNoDefect() throws IOException {
        Readiness readiness = harbour.measure(READ);

        assertThat(failed(readiness)).isEmpty();
        assertThat(readiness.results())
                .filteredOn(it -> READ.contains(it.gate().id()))
                .allMatch(it -> it.outcome() instanceof Outcome.Passed);
    }

    @ParameterizedTest
    @MethodSource("read")
    void gateFindsItsDefect(Sabotage sabotage) throws IOException {
        Path file = harbour.tree().resolve(sabotage.file());
        String sound = Files.readString(file);
        String broken = sabotage.defect().apply(sound);
        assertThat(broken).isNotEqualTo(sound);
        try {
            Files.writeString(file, broken);
            Readiness readiness = harbour.measure(READ);

            List<String> expected = new ArrayList<>(sabotage.related());
            expected.add(sabotage.gate());
            if (!expected.contains("drift")) {
                expected.add("drift");
            }
            assertThat(failed(readiness)).containsExactlyInAnyOrderElementsOf(expected);
            GateResult result = MeasuredTree.result(readiness, sabotage.gate());
            assertThat(result.evidence())
                    .isNotEmpty()
                    .allMatch(it -> !it.message().isBlank());
            int line = sabotage.line(broken);
            assertThat(result.evidence())
                    .anyMatch(it -> it.file().equals("tree/" + sabotage.file()) && (line == 0 || it.line() == line));
            assertThat(readiness.todo())
                    .anyMatch(
                            it -> List.of(it.split(": ", 2)[0].split(", ", -1)).contains(sabotage.gate()));
        } finally {
            Files.writeString(file, sound);
        }
    }

    private static List<String> failed(Readiness readiness) {
        return readiness.results().stream()
                .filter(it -> it.outcome() instanceof Outcome.Failed)
                .map(it -> it.gate().id())
                .toList();
    }
}
