package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.Gate.Family;
import io.qpf.gates.GateResult;
import io.qpf.gates.Gates;
import io.qpf.gates.Outcome;
import io.qpf.gates.Readiness;
import io.qpf.gates.Unit;
import io.qpf.pack.gates.Defect.Side;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All gates on a collection with defects: the gate that is for one finds it at its place, and no other minds. Several are
 * planted side by side, in files of their own where two would do the same to a gate, since each run takes real tools.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefectTest {
    private static final Path PACK = Path.of("src/main/resources/qpf/pack/templates");
    private static final Set<String> ALL = Set.of();

    private MeasuredTree harbour = MeasuredTree.none();

    @BeforeAll
    void extract(@TempDir Path folder) throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
        assertThat(failed(harbour.measure(ALL))).isEmpty();
    }

    static List<List<Defect>> batches() {
        return Defect.batches();
    }

    @Test
    void whatIsExtractedIsReady() throws IOException {
        Readiness readiness = harbour.measure(ALL);

        assertThat(readiness.results()).hasSize(25).allMatch(it -> it.outcome() instanceof Outcome.Passed);
        assertThat(readiness.deploymentReady()).isTrue();
        assertThat(readiness.todo()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("batches")
    void gatesFindTheirDefectsAndNoOtherMinds(List<Defect> batch) throws IOException {
        Map<Path, Optional<String>> sound = new LinkedHashMap<>();
        boolean extracts = batch.stream().anyMatch(it -> it.side() != Side.TREE);
        Set<String> expected = new TreeSet<>(extracts ? Set.of() : Set.of("drift"));
        try {
            for (Defect it : batch) {
                expected.addAll(it.gates());
                plant(it, sound);
            }
            if (extracts) {
                harbour.extract();
            }
            Readiness readiness = harbour.measure(ALL);

            assertThat(failed(readiness)).isEqualTo(expected);
            for (Defect it : batch) {
                assertFound(it, readiness);
            }
            assertNothingElseFound(batch, readiness);
            assertThat(readiness.passed()).isFalse();
            assertThat(readiness.deploymentReady()).isFalse();
        } finally {
            for (Map.Entry<Path, Optional<String>> it : sound.entrySet()) {
                mend(it.getKey(), it.getValue());
            }
            if (extracts) {
                harbour.extract();
            }
        }
    }

    /** What people keep beside the packages tells no tool to look away, nor takes its place. */
    @Test
    void filesThatNobodyPlannedWeakenNoGate() throws IOException {
        Map<String, String> foreign = new LinkedHashMap<>();
        for (String it :
                List.of("black", "isort", "mypy", "pylint", "pytest", "coverage", "qpf_probe", "sitecustomize")) {
            foreign.put(it + ".py", "import os\nos._exit(0)\n");
        }
        foreign.put("mypy.ini", "[mypy]\nignore_errors = True\n");
        foreign.put(".mypy.ini", "[mypy]\nignore_errors = True\n");
        foreign.put("setup.cfg", "[isort]\nskip_glob = **/*.py\n[tool:pytest]\naddopts = --collect-only\n");
        foreign.put("tox.ini", "[pytest]\naddopts = --collect-only\n[coverage:run]\nomit = *\n");
        foreign.put("pytest.ini", "[pytest]\naddopts = --collect-only\n");
        foreign.put(".pytest.ini", "[pytest]\naddopts = --collect-only\n");
        foreign.put("conftest.py", "def pytest_collection_modifyitems(items):\n    items.clear()\n");
        foreign.put(".pylintrc", "[MASTER]\ndisable = all\n");
        foreign.put("pylintrc", "[MASTER]\ndisable = all\n");
        foreign.put(".coveragerc", "[run]\nomit = *\n");
        foreign.put(".isort.cfg", "[settings]\nskip_glob = **/*.py\n");
        try {
            for (Map.Entry<String, String> it : foreign.entrySet()) {
                Files.writeString(harbour.tree().resolve(it.getKey()), it.getValue());
            }
            harbour.forget();
            gatesFindTheirDefectsAndNoOtherMinds(Defect.batches().get(0));
        } finally {
            for (String it : foreign.keySet()) {
                Files.delete(harbour.tree().resolve(it));
            }
        }
    }

    private void plant(Defect defect, Map<Path, Optional<String>> sound) throws IOException {
        Path file = harbour.folder(defect.side()).resolve(defect.planted());
        boolean isThere = Files.exists(file);
        boolean ofPack = !isThere && defect.side() == Side.TEMPLATE;
        String before = isThere || ofPack ? Files.readString(isThere ? file : PACK.resolve(defect.planted())) : "";
        sound.putIfAbsent(file, isThere ? Optional.of(before) : Optional.empty());
        String broken = defect.change().apply(before);
        assertThat(broken).as("%s", defect).isNotEqualTo(before);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, broken);
    }

    private static void mend(Path file, Optional<String> sound) throws IOException {
        if (sound.isPresent()) {
            Files.writeString(file, sound.get());
        } else {
            Files.delete(file);
        }
    }

    private void assertFound(Defect defect, Readiness readiness) throws IOException {
        String broken = Files.readString(harbour.folder(defect.side()).resolve(defect.planted()));
        int line = Defect.lineOf(broken, defect.near());
        GateResult result = MeasuredTree.result(readiness, defect.gate());
        // black shows where its change begins, which may be the blank line before.
        assertThat(result.evidence())
                .as("%s", defect)
                .anyMatch(it -> it.file().equals(defect.shown())
                        && (line == 0 || it.line() == line || it.line() == Math.max(1, line - 1))
                        && !it.message().isBlank());
        assertThat(readiness.todo()).isNotEmpty();
        if (Gates.of(defect.gate()).orElseThrow().family() == Family.TOOL) {
            assertThat(result.logs()).isNotEmpty().doesNotHaveDuplicates();
            for (String log : result.logs()) {
                assertThat(Files.readString(Path.of(log))).as(log).contains(" -m ");
            }
        }
    }

    /** A gate that counts findings has none in a file where nothing was planted for it. */
    private static void assertNothingElseFound(List<Defect> batch, Readiness readiness) {
        for (GateResult it : readiness.results()) {
            Set<String> planted = batch.stream()
                    .filter(defect -> defect.gate().equals(it.gate().id()))
                    .map(Defect::shown)
                    .collect(Collectors.toSet());
            if (!planted.isEmpty() && it.gate().floor().unit() == Unit.FINDINGS) {
                assertThat(it.evidence()).as("%s", it.gate().id()).allMatch(one -> planted.contains(one.file()));
            }
        }
    }

    /** A schema that does not ask for deployment is held back though every gate passes. */
    @Test
    void draftIsHeldBackByNoGate() throws IOException {
        harbour.editInput("agents/crane.yaml", "status: production_ready", "status: draft");
        try {
            harbour.extract();
            Readiness readiness = harbour.measure(ALL);

            assertThat(readiness.passed()).isTrue();
            assertThat(readiness.deploymentReady()).isFalse();
            assertThat(readiness.agents())
                    .extracting(it -> it.deploymentReady())
                    .containsExactly(false, true);
            assertThat(readiness.todo()).singleElement().asString().contains("metadata.status of Crane is `draft`");
        } finally {
            harbour.editInput("agents/crane.yaml", "status: draft", "status: production_ready");
            harbour.extract();
        }
    }

    private static Set<String> failed(Readiness readiness) {
        return readiness.results().stream()
                .filter(it -> !(it.outcome() instanceof Outcome.Passed))
                .map(it -> it.gate().id())
                .collect(Collectors.toSet());
    }
}
