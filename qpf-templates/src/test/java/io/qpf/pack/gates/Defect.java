package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A defect, and the gate that must find it while all gates are measured.
 *
 * @param gates the gate that is for it first, then those that fail by right with it
 * @param planted where the defect is planted: its side of the extraction and the file there
 * @param shown the file that the gate must name, from the project's folder
 * @param near a text of the planted file on the line that must be named; empty where the gate names no line of it
 */
record Defect(
        String name,
        List<String> gates,
        Side side,
        String planted,
        UnaryOperator<String> change,
        String shown,
        String near) {
    private static final String CRANE = "harbour/agents/crane/";
    private static final String TESTS = "harbour/tests/";
    private static final String DOMAIN = "harbour_domain/lifts.py";

    /** Where somebody can do wrong. */
    enum Side {
        /** In the extracted tree, by hand. */
        TREE,
        /** In schema, map or glue. */
        INPUT,
        /** In people's own code, which is bound. */
        DOMAIN,
        /** In a template that takes the place of one of the pack's. */
        TEMPLATE
    }

    String gate() {
        return gates.get(0);
    }

    @Override
    public String toString() {
        return gate() + ": " + name;
    }

    /** What may be planted side by side: each gate still points at its own defect only. */
    static List<List<Defect>> batches() {
        return List.of(Stream.concat(code().stream(), tests().stream()).toList(), running(), ofPeople(), silent());
    }

    private static Defect inTree(String name, String gates, String file, UnaryOperator<String> change, String near) {
        return new Defect(name, List.of(gates.split(" ", -1)), Side.TREE, file, change, "tree/" + file, near);
    }

    private static List<Defect> code() {
        return List.of(
                inTree(
                        "a line as nobody would lay it out",
                        "black",
                        CRANE + "sway.py",
                        appended("\nKEPT=1\n", 1),
                        "KEPT=1"),
                inTree(
                        "imports out of order",
                        "isort",
                        CRANE + "crane_controller.py",
                        swapped("from harbour.core import agent\n", "from harbour.core.context import AgentContext\n"),
                        "from harbour.core import agent"),
                inTree(
                        "a text for a number",
                        "mypy",
                        CRANE + "event_publisher.py",
                        appended("\n\nWRONG: int = \"text\"\n", 1),
                        "WRONG: int"),
                inTree(
                        "names that pylint minds",
                        "pylint",
                        CRANE + "json.py",
                        text -> appended("\nthing_# = #\n", 400).apply(text + "\n"),
                        "thing_0 = 0"));
    }

    private static List<Defect> tests() {
        return List.of(
                inTree(
                        "a test that fails",
                        "tests",
                        TESTS + "agents/crane/test_config.py",
                        appended("\n\ndef test_wrong() -> None:\n    \"\"\"Fail.\"\"\"\n    assert 1 + 1 == 3\n", 1),
                        "assert 1 + 1 == 3"),
                inTree(
                        "a test of a wiring that fails",
                        "integration",
                        TESTS + "integration/test_02_crane_harbour_master.py",
                        appended("\n\ndef test_wrong() -> None:\n    \"\"\"Fail.\"\"\"\n    assert 2 + 2 == 5\n", 1),
                        "assert 2 + 2 == 5"),
                inTree(
                        "lines that no test runs",
                        "coverage",
                        "harbour/master/telemetry_reporter.py",
                        appended("\n\ndef never_#() -> int:\n    \"\"\"Run never.\"\"\"\n    return #\n", 400),
                        "    return 0\n"));
    }

    private static List<Defect> running() {
        return List.of(
                inTree(
                        "a metric that no scrape finds",
                        "monitoring tests",
                        CRANE + "core/metrics.py",
                        replaced("(MetricSpec(\"lifts\"),)", "()"),
                        "METRICS: Final"),
                inTree(
                        "an alert that is gone",
                        "alerting tests",
                        CRANE + "core/metrics.py",
                        replaced("name=\"sway\"", "name=\"swing\""),
                        "ALERTS: Final"),
                inTree(
                        "an anchor that nobody reaches",
                        "governance tests",
                        CRANE + "governance_bridge.py",
                        replaced("name=\"Port captain\"", "name=\"Nobody\""),
                        "POLICY: Final"),
                inTree(
                        "a route that is dead",
                        "endpoints tests",
                        "harbour/master/api_server.py",
                        replaced("\"/master/v6/admit\"", "\"/master/v6/lost\""),
                        "ENDPOINTS: Final"));
    }

    /** What people write: their own code, their own templates, their own sentences. */
    private static List<Defect> ofPeople() {
        return List.of(
                inDomain(
                        "a text for a number in domain code",
                        "mypy",
                        appended("\n\nWRONG: int = \"text\"\n", 1),
                        "WRONG: int"),
                inDomain("domain code that nobody formatted", "black", appended("\nKEPT=1\n", 1), "KEPT=1"),
                inDomain(
                        "names in domain code that pylint minds",
                        "pylint",
                        text -> appended("\nthing_# = #\n", 40).apply(text + "\n"),
                        "thing_0 = 0"),
                inDomain(
                        "domain code that no test runs",
                        "coverage",
                        appended("\n\ndef never_#() -> int:\n    \"\"\"Run never.\"\"\"\n    return #\n", 20),
                        "    return 0\n"),
                inDomain(
                        "domain code that says nothing of itself",
                        "docstrings coverage",
                        appended("\n\ndef mute_#() -> int:\n    return #\n", 20),
                        "def mute_0"),
                new Defect(
                        "a template of people's own that makes bad code",
                        List.of("mypy"),
                        Side.TEMPLATE,
                        "module/detector.py.mustache",
                        appended("\n\nWRONG: int = \"text\"\n", 1),
                        "tree/" + CRANE + "sway.py",
                        ""),
                new Defect(
                        "a template of people's own that leaves parameters out",
                        List.of("documents", "tests"),
                        Side.TEMPLATE,
                        "docs/config.md.mustache",
                        text -> "# Configuration\n",
                        "tree/" + CRANE + "CONFIG.md",
                        ""),
                new Defect(
                        "a sentence that nobody signed",
                        List.of("checklist"),
                        Side.INPUT,
                        "extractor-map.yaml",
                        replaced("has seen it]", "has seen it, The gulls are counted]"),
                        "input/extractor-map.yaml",
                        "success_criteria"));
    }

    /** What keeps a tool from people's own code: it has not measured, so it cannot pass. */
    private static List<Defect> silent() {
        return List.of(
                inDomain(
                        "types that nobody checks",
                        "mypy",
                        text -> text + "\n# mypy: ignore-errors\n",
                        "# mypy: ignore"),
                new Defect(
                        "a stub in front of domain code",
                        List.of("mypy"),
                        Side.DOMAIN,
                        "harbour_domain/tests/engine.pyi",
                        text -> "\"\"\"Hides what it stands for.\"\"\"\n",
                        "domain/harbour_domain/tests/engine.pyi",
                        "Hides"),
                inDomain(
                        "lint that nobody reads", "pylint", text -> text + "\n# pylint: skip-file\n", "# pylint: skip"),
                inDomain(
                        "imports that nobody orders",
                        "isort",
                        text -> text + "\n# isort: skip_file\n",
                        "# isort: skip"),
                inDomain("layout that nobody reads", "black", text -> text + "\n# fmt: off\nKEPT=1\n", "# fmt: off"),
                new Defect(
                        "domain code that no test runs, in a folder called tests",
                        List.of("coverage"),
                        Side.DOMAIN,
                        "harbour_domain/tests/engine.py",
                        text -> appended("\n\ndef never_#() -> int:\n    \"\"\"Run never.\"\"\"\n    return #\n", 20)
                                .apply("\"\"\"Engine.\"\"\"\n\nfrom __future__ import annotations\n"),
                        "domain/harbour_domain/tests/engine.py",
                        "from __future__"),
                inDomain(
                        "a class that coverage must not see",
                        "coverage",
                        text -> appended(
                                        "    def walk_#(self) -> int:\n        \"\"\"Walk.\"\"\"\n        return #\n\n",
                                        20)
                                .apply(text + "\n\nclass Ghost:  # pragma: no cover\n    \"\"\"Unseen.\"\"\"\n\n"),
                        "class Ghost"));
    }

    private static Defect inDomain(String name, String gates, UnaryOperator<String> change, String near) {
        return new Defect(name, List.of(gates.split(" ", -1)), Side.DOMAIN, DOMAIN, change, "domain/" + DOMAIN, near);
    }

    static UnaryOperator<String> appended(String text, int times) {
        return sound -> {
            StringBuilder more = new StringBuilder(sound);
            for (int i = 0; i < times; i++) {
                more.append(text.replace("#", Integer.toString(i)));
            }
            return more.toString();
        };
    }

    static UnaryOperator<String> replaced(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }

    private static UnaryOperator<String> swapped(String one, String other) {
        return replaced(one + other, other + one);
    }

    /** The line of the text, counted from 1; 0 if none is asked for. */
    static int lineOf(String text, String near) {
        if (near.isEmpty()) {
            return 0;
        }
        assertThat(text).contains(near);
        return (int) Arrays.stream(text.substring(0, text.indexOf(near)).split("\n", -1))
                .count();
    }
}
