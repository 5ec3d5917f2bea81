package io.qpf.gates.measure;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.gates.Evidence;
import io.qpf.gates.toolchain.ToolRun;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the static probe finds in a few files, by gate, file and line. */
class StaticProbeTest {
    private static final Path PROBE = Path.of("src/main/resources/qpf/gates").toAbsolutePath();
    private static final List<String> LISTS =
            List.of("packages", "requirements", "wirings", "generated", "agents", "metrics", "conftests");

    @TempDir
    private Path folder = Path.of("");

    private final ObjectNode expected = ResultStore.JSON.createObjectNode();
    private List<Measurement> measured = List.of();

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    private List<String> found(String gate) {
        List<String> lines = new ArrayList<>();
        for (Measurement it : measured) {
            if (it.gate().equals(gate)) {
                for (Evidence one : it.evidence()) {
                    String file = Path.of(one.file()).isAbsolute()
                            ? folder.relativize(Path.of(one.file())).toString().replace('\\', '/')
                            : one.file();
                    lines.add(file + ":" + one.line() + ": " + one.message());
                }
            }
        }
        return lines;
    }

    private void probe() throws IOException {
        for (String it : LISTS) {
            if (!expected.has(it)) {
                expected.putArray(it);
            }
        }
        expected.put("tree", folder.resolve("tree").toString());
        expected.put("root", "Port");
        expected.put("config", "port_config.yaml");
        expected.put("domain", Contents.DOMAIN);
        expected.put("domain_tests", folder.resolve("own").toString());
        expected.putObject("owners");
        expected.putObject("backends");
        expected.putObject("manifest_schema");
        expected.withArray("packages").add("Port").add("own");
        Path order = folder.resolve("expected.json");
        ResultStore.JSON.writeValue(order.toFile(), expected);
        Path result = folder.resolve("result.json");
        ToolRun run = RealTools.get()
                .run(
                        folder,
                        Map.of("PYTHONPATH", PROBE.toString()),
                        "qpf_probe.static",
                        order.toString(),
                        result.toString());
        assertThat(run.passed()).as(run.output()).isTrue();
        JsonNode document = ResultStore.JSON.readTree(result.toFile());
        measured = Measurement.read(document);
    }

    @Test
    void commentsThatSilenceAToolAreFound() throws IOException {
        write("tree/own/types.py", "# type: ignore", "\"\"\"Wrong.\"\"\"", "# mypy: disable-error-code=\"a, b\"");
        write("tree/own/lint.py", "# pylint: disable=invalid-name, all", "# pylint: disable=R");
        write("tree/own/order.py", "\"\"\"No.", "", "isort:skip_file", "\"\"\"", "X = 1  # yapf: disable");
        write("tree/own/late.py", "# isort: off", "# fmt: off", "X=1", "# fmt: on", "# isort: on");
        write("tree/own/stub.py", "X = 1");
        write("tree/own/stub.pyi", "X: int");
        write(
                "tree/own/ghost.py",
                "@property  # pragma: no cover",
                "def one(",
                "    x: int,",
                ") -> int:",
                "    if x:",
                "        return 1",
                "    return 2");
        probe();

        String remedy = ": the file was not measured: take the comment away";
        assertThat(found("mypy"))
                .containsExactly(
                        "own/stub.pyi:1: mypy reads this stub in place of own/stub.py: take the stub away",
                        "own/types.py:1: # type: ignore" + remedy,
                        "own/types.py:3: # mypy: disable-error-code=\"a, b\"" + remedy);
        assertThat(found("pylint"))
                .containsExactly(
                        "own/lint.py:1: # pylint: disable=invalid-name, all" + remedy,
                        "own/lint.py:2: # pylint: disable=R" + remedy);
        assertThat(found("isort"))
                .containsExactly("own/late.py:1: # isort: off" + remedy, "own/order.py:3: isort:skip_file" + remedy);
        assertThat(found("black"))
                .containsExactly("own/late.py:2: # fmt: off" + remedy, "own/order.py:5: # yapf: disable" + remedy);
        assertThat(found("coverage")).containsExactly("own/ghost.py:1: one is kept from coverage, 3 lines" + remedy);
    }

    @Test
    void linesThatAToolMustNotSeeNeedAReason() throws IOException {
        write(
                "tree/own/lines.py",
                "import typing",
                "import os  # isort: skip",
                "X: int = 'a'  # type: ignore",
                "Y=1  # fmt: skip",
                "Z = 1  # pragma: no cover",
                "W = 1  # pylint: disable=C",
                "if W:  # pragma: no cover - that many lines are no exception",
                "    A = 1",
                "    B = 1",
                "    C = 1",
                "for _ in ():  # pragma: no branch",
                "    pass",
                "@typing.no_type_check",
                "def one(): ...",
                "# fmt: off",
                "V=1",
                "# fmt: on",
                "U = 1",
                "import importlib",
                "importlib.import_module('own.nowhere')",
                "__import__('own.lines')");
        probe();

        String why = ": say why behind it, or take the comment away";
        assertThat(found("isort")).containsExactly("own/lines.py:2: # isort: skip" + why);
        assertThat(found("mypy"))
                .containsExactly(
                        "own/lines.py:3: # type: ignore: the file was not measured: take the comment away",
                        "own/lines.py:13: @no_type_check: mypy did not look at this: take it away");
        assertThat(found("black"))
                .containsExactly("own/lines.py:4: # fmt: skip" + why, "own/lines.py:15: # fmt: off" + why);
        assertThat(found("pylint"))
                .containsExactly(
                        "own/lines.py:6: # pylint: disable=C: the file was not measured: take the comment away");
        assertThat(found("coverage"))
                .containsExactly(
                        "own/lines.py:5: lines that coverage must not see, 1" + why,
                        "own/lines.py:7: lines that coverage must not see, 4" + why,
                        "own/lines.py:11: lines that coverage must not see, 2" + why);
        assertThat(found("imports")).containsExactly("own/lines.py:20: there is no module own.nowhere in the tree");
    }

    @Test
    void narrowCommentsMayStay() throws IOException {
        write(
                "tree/own/narrow.py",
                "\"\"\"Fine: # mypy: ignore-errors stands in a text.\"\"\"",
                "# mypy: disallow-any-expr",
                "X = 1  # type: ignore[assignment]  # pylint: disable=invalid-name",
                "# fmt: off # columns of a table",
                "Y=1",
                "# fmt: on",
                "Z = 1  # pragma: no cover - another system only",
                "W = \"# pylint: skip-file\"  # fmt: skip # as it was",
                "import os  # isort: skip - before the others",
                "V = 1  # type: ignore # a stub is wrong");
        probe();

        assertThat(measured)
                .extracting(Measurement::gate)
                .doesNotContain("mypy", "pylint", "isort", "black", "coverage");
    }

    @Test
    void testsThatReachForTheRunAreFound() throws IOException {
        expected.putArray("conftests").add("Port/tests/conftest.py");
        write("tree/Port/tests/conftest.py", "def pytest_generate_tests() -> None: ...", "pytest_plugins = ['own.x']");
        write("tree/Port/tests/integration/conftest.py", "X = 1");
        write("tree/own/x.py", "@mark", "def pytest_runtest_makereport() -> None: ...", "", "import os", "os._exit(0)");
        write(
                "own/test_own.py",
                "import os, sys, pytest, _pytest.runner",
                "from threading import settrace",
                "sys.settrace(None)",
                "pytest.Function.runtest = None",
                "KEPT = sys.modules['qpf_probe.journal']",
                "def test_end(request) -> None:",
                "    request.config.pluginmanager.register(KEPT)",
                "    os._exit(0)",
                "@hookimpl(specname='pytest_pyfunc_call')",
                "def call() -> None: ...",
                "@pytest.fixture",
                "def pytest_thing() -> None: ...");
        probe();

        String hook = " can change what is said of tests: use a fixture in its place";
        assertThat(found("integration"))
                .containsExactly("Port/tests/integration/conftest.py:1: nobody planned this conftest.py: take it away");
        assertThat(found("tests").stream().filter(it -> !it.startsWith("own/test_")))
                .containsExactly(
                        "Port/tests/conftest.py:2: pytest_plugins brings hooks from elsewhere: import fixtures by their"
                                + " names",
                        "own/x.py:1: the hook pytest_runtest_makereport" + hook);
        assertThat(found("tests").stream()
                        .filter(it -> it.startsWith("own/test_"))
                        .map(it -> it.replaceFirst(" can decide .*| can change .*", "")))
                .containsExactlyInAnyOrder(
                        "own/test_own.py:9: the hook pytest_pyfunc_call",
                        "own/test_own.py:1: a test that reaches for _pytest.runner",
                        "own/test_own.py:2: a test that reaches for threading.settrace",
                        "own/test_own.py:3: a test that reaches for sys.settrace",
                        "own/test_own.py:4: a test that reaches for pytest.Function",
                        "own/test_own.py:5: a test that reaches for what the gates note",
                        "own/test_own.py:7: a test that reaches for pluginmanager",
                        "own/test_own.py:8: a test that reaches for os._exit");
    }

    @Test
    void peoplesOwnTestsMustAssert() throws IOException {
        write(
                "own/test_own.py",
                "def check(x: int) -> None:",
                "    assert x > 1",
                "",
                "def test_true() -> None:",
                "    assert True",
                "",
                "def test_tuple() -> None:",
                "    assert (1 == 2, \"text\")",
                "",
                "def test_or() -> None:",
                "    assert check is None or True",
                "",
                "def test_nothing() -> None:",
                "    print(1)",
                "",
                "def test_sound() -> None:",
                "    check(2)");
        probe();

        String always = ": this assertion always holds, whatever the code does";
        assertThat(found("assertions"))
                .containsExactlyInAnyOrder(
                        "own/test_own.py:4: test_true asserts nothing",
                        "own/test_own.py:5" + always,
                        "own/test_own.py:7: test_tuple asserts nothing",
                        "own/test_own.py:8" + always,
                        "own/test_own.py:10: test_or asserts nothing",
                        "own/test_own.py:11" + always,
                        "own/test_own.py:13: test_nothing asserts nothing");
        assertThat(measured)
                .filteredOn(it -> it.gate().equals("assertions"))
                .singleElement()
                .satisfies(it -> assertThat(it.agent()).contains(Contents.DOMAIN));
    }

    @Test
    void importsLeadToNamesThatAreThere() throws IOException {
        write(
                "tree/own/names.py",
                "if X := 1:",
                "    A = 1",
                "try:",
                "    import json as B",
                "except ImportError as error:",
                "    C, *D = 1, 2",
                "def f() -> None:",
                "    global E",
                "    E = local = [inner for inner in ()]");
        write("tree/own/stars.py", "from own.names import *");
        write(
                "tree/own/users.py",
                "from own.names import A, B, C, D, E, X, f",
                "from own.names import local",
                "from own.names import inner",
                "from own.stars import anything",
                "from own import names, nowhere",
                "from os.path import join, joinz",
                "from collections.abc import Mapping",
                "import xml.etree.ElementTree, xml.nowhere",
                "try:",
                "    from json import dumpz",
                "except ImportError:",
                "    pass",
                "from pytest import raises, raizes");
        probe();

        assertThat(found("imports"))
                .containsExactly(
                        "own/users.py:2: own.names has no local",
                        "own/users.py:3: own.names has no inner",
                        "own/users.py:5: there is no module own in the tree",
                        "own/users.py:6: os.path has no joinz",
                        "own/users.py:8: there is no module xml.nowhere",
                        "own/users.py:13: pytest has no raizes");
    }

    @Test
    void onlyWhatTypeCheckersReadIsNoCycle() throws IOException {
        String[] asks = {"from typing import TYPE_CHECKING", "if %s TYPE_CHECKING:", "    import own.%s"};
        for (String[] it : List.of(new String[] {"", "a", "b"}, new String[] {"not", "c", "d"})) {
            write("tree/own/" + it[1] + ".py", asks[0], asks[1].formatted(it[0]), asks[2].formatted(it[2]));
            write("tree/own/" + it[2] + ".py", "import own." + it[1]);
        }
        probe();

        assertThat(found("cycles"))
                .containsExactly(
                        "own/c.py:3: circular import: own.c -> own.d -> own.c",
                        "own/d.py:1: circular import: own.c -> own.d -> own.c");
    }

    @Test
    void packagesOfferTheirOwnModulesOnly() throws IOException {
        write("tree/own/__init__.py", "import os, sys", "from json import dumps, loads", "from own.a import X");
        write("tree/own/a.py", "X = 1");
        Files.writeString(folder.resolve("tree/own/__init__.py"), "__all__ = [\"X\", \"loads\"]\n", APPEND);
        probe();

        assertThat(found("unused-imports"))
                .containsExactly(
                        "own/__init__.py:1: os is imported and not used",
                        "own/__init__.py:1: sys is imported and not used",
                        "own/__init__.py:2: dumps is imported and not used");
    }

    /** Names of schemas are any text; the client has what Python makes of them. */
    @Test
    void wiredMethodsAreLookedForByTheirNamesInPython() throws IOException {
        write("tree/Port/one.py", "PEER = \"Small\"", "class One:", "    def mess(self) -> None: ...");
        write(
                "tree/Port/two.py",
                "PEER = \"Big\"",
                "class Two:",
                "    def gru_en(self) -> None: ...",
                "    def import_(self) -> None: ...");
        ObjectNode agent = expected.putArray("agents").addObject();
        agent.put("agent", "Depot").put("rootpath", "Port").put("test_folder", "Port/tests");
        for (String it : List.of("anchors", "triggers", "memory", "channels", "operations", "document_kinds")) {
            agent.putArray(it);
        }
        for (String it : List.of("tunables", "metrics")) {
            agent.putArray(it);
        }
        agent.put("manifest_path", "Port/manifest.json");
        for (String it : List.of("Port/one.py", "Port/two.py")) {
            agent.withArray("modules")
                    .addObject()
                    .put("path", it)
                    .put("archetype", "client")
                    .put("class", "X");
        }
        ObjectNode wiring = expected.putArray("wirings").addObject();
        wiring.put("number", 2).put("type", "api_call").put("from", "Depot").put("to", "Big");
        wiring.put("observer", "").putArray("names").add("grüßen").add("import").add("fahren");
        ObjectNode methods = wiring.putObject("methods");
        methods.putArray("grüßen").add("gru_en");
        methods.putArray("import").add("import_");
        methods.putArray("fahren").add("fahren");
        probe();

        assertThat(found("protocols")).containsExactly("Port/two.py:1: wiring 2: no client calls fahren");
    }
}
