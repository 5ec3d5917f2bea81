package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.gates.GateResult;
import io.qpf.gates.Outcome;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that were left out, broken off or talked over do not pass. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnrunTestsTest {
    private static final String FOLDER = "harbour/tests/agents/crane/";
    private static final String TEST = FOLDER + "test_config.py";
    private static final String CONFTEST = FOLDER + "conftest.py";
    private static final String FAILING = "\n\ndef test_wrong() -> None:\n    assert 1 + 1 == 3\n";

    private MeasuredTree harbour = MeasuredTree.none();

    @BeforeAll
    void extract(@TempDir Path folder) throws IOException {
        RealTools.get();
        harbour = MeasuredTree.harbour(folder);
        harbour.withoutFoundationTests();
    }

    static Stream<Arguments> unrun() {
        return Stream.of(
                // A file that ends everything, and what comes of it.
                Arguments.of(TEST, "import sys\nsys.exit(0)\n", "exit 3"),
                Arguments.of(TEST, "import pytest\npytest.exit(\"done\", returncode=0)\n", "cannot be collected"),
                Arguments.of(
                        TEST,
                        "import pytest\n\n\ndef test_it():\n    pytest.exit(\"done\", returncode=0)\n",
                        "it did not run to its end"),
                Arguments.of(TEST, "import os\n\n\ndef test_it():\n    getattr(os, \"_\" + \"exit\")(0)\n", "exit 0"),
                // A file that says nothing.
                Arguments.of(TEST, "KEPT = 1\n", "no test of this file was collected"),
                Arguments.of(
                        TEST,
                        "import pytest\npytest.skip(\"not now\", allow_module_level=True)\n" + FAILING,
                        "cannot be collected: Skipped: not now"),
                Arguments.of(TEST, "def (:\n", "cannot be collected"),
                // A helper that takes tests away.
                Arguments.of(CONFTEST, hidden("collection_modifyitems", "items", "items.clear()"), "found no tests"),
                Arguments.of(
                        CONFTEST, hidden("collection_modifyitems", "items", "del items[1:]"), "did not run to its end"),
                Arguments.of(
                        CONFTEST,
                        hidden(
                                "collection_modifyitems",
                                "config, items",
                                "config.hook.pytest_deselected(items=items[1:])\n    del items[1:]"),
                        "it was deselected"),
                Arguments.of(CONFTEST, hidden("runtest_setup", "item", "raise KeyboardInterrupt"), "exit 2"),
                Arguments.of(CONFTEST, hidden("runtest_logstart", "", "raise ValueError"), "exit 3"),
                // One that calls each test good, found by reading or, where it hides, by what it joins.
                Arguments.of(
                        CONFTEST,
                        "def pytest_runtest_makereport(item, call):\n    call.excinfo = None\n",
                        "line=1, rule=, message=the hook pytest_runtest_makereport"),
                Arguments.of(
                        CONFTEST,
                        "\n" + hidden("runtest_makereport", "item, call", "call.excinfo = None"),
                        "line=2, rule=, message=the hook pytest_runtest_makereport"),
                Arguments.of(FOLDER + "sub/conftest.py", "KEPT = 1\n", "nobody planned this conftest.py"),
                Arguments.of(
                        TEST,
                        "def test_good():\n    assert 1 + 1 == 2\n" + FAILING + "\n\ndel test_wrong\n",
                        "line=5, rule=not run, message=test_wrong: it stands here and was not collected"),
                // A test that rewrites what was noted of it.
                Arguments.of(TEST, """
                        import atexit
                        import pathlib


                        def forge():
                            for it in pathlib.Path("WORK/tmp").glob("pytest-*.json"):
                                it.write_text(it.read_text().replace('"failed"', '"passed"'))


                        def test_wrong():
                            atexit.register(forge)
                            assert 1 + 1 == 3
                        """, "its journal was changed"));
    }

    /** A hook that no reader sees. */
    private static String hidden(String hook, String parameters, String body) {
        return "def modify(" + parameters + "):\n    " + body + "\n\n\nglobals()[\"pytest_\" + \"" + hook
                + "\"] = modify\n";
    }

    @ParameterizedTest
    @MethodSource("unrun")
    void whatDidNotRunDoesNotPass(String file, String text, String why) throws IOException {
        Path path = harbour.tree().resolve(file);
        Optional<String> sound = Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        Path work = harbour.tree().resolveSibling("gates");
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text.replace("WORK", work.toString().replace('\\', '/')));
        try {
            GateResult first = MeasuredTree.result(harbour.measure(Set.of("tests")), "tests");
            GateResult again = MeasuredTree.result(harbour.measure(Set.of("tests")), "tests");

            assertThat(told(first)).contains(why);
            assertThat(told(again)).as("nothing of it was kept").contains(why);
        } finally {
            if (sound.isPresent()) {
                Files.writeString(path, sound.get());
            } else {
                Files.delete(path);
            }
        }
    }

    /** People's own tests lie outside of the tree, where the id of a file does not say where it lies. */
    @ParameterizedTest
    @CsvSource({
        "open('/nowhere/else'), FileNotFoundError",
        "import nowhere_to_be_found, No module named 'nowhere_to_be_found'",
    })
    void peoplesOwnTestThatCannotBeCollectedIsNamed(String broken, String why, @TempDir Path tests) throws IOException {
        Path file = tests.resolve("test_own.py");
        Files.writeString(file, "\"\"\"Own.\"\"\"\n\n" + broken + "\n\n\ndef test_it() -> None:\n    assert 1\n");

        GateResult result = MeasuredTree.result(harbour.withDomainTests(tests).measure(Set.of("tests")), "tests");

        assertThat(result.evidence()).singleElement().satisfies(it -> {
            assertThat(it.message()).contains("cannot be collected: ").contains(why);
            assertThat(it.file()).endsWith("test_own.py").doesNotStartWith("tree/");
            assertThat(it.line()).isEqualTo(3);
        });
    }

    private static String told(GateResult result) {
        if (result.outcome() instanceof Outcome.NotRun notRun) {
            return notRun.why();
        }
        assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class);
        return result.evidence().toString();
    }

    @Test
    void soundTestsPass() throws IOException {
        GateResult tests = MeasuredTree.result(harbour.measure(Set.of("tests")), "tests");

        assertThat(tests.outcome()).isInstanceOf(Outcome.Passed.class);
    }
}
