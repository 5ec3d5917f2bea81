package io.qpf.pack.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A defect, where it is planted, and the gate that must find it.
 *
 * @param file below the tree
 * @param near a text of the file, with the defect in it, on the line that the gate must name; empty for the whole file
 * @param related gates that fail by right for the same defect
 */
record Sabotage(
        String name, String gate, String file, UnaryOperator<String> defect, String near, List<String> related) {
    private static final String CRANE = "harbour/agents/crane/";

    /** Where the gate must point; 0 for a file as a whole. */
    int line(String text) {
        if (near.isEmpty()) {
            return 0;
        }
        int at = text.indexOf(near);
        assertThat(at).as("`%s` in %s", near, file).isNotNegative();
        return (int) text.substring(0, at).chars().filter(it -> it == '\n').count() + 1;
    }

    @Override
    public String toString() {
        return gate + ": " + name;
    }

    private static Sabotage of(
            String name, String gate, String file, UnaryOperator<String> defect, String near, String... related) {
        return new Sabotage(name, gate, file, defect, near, List.of(related));
    }

    private static UnaryOperator<String> replaced(String from, String to) {
        return text -> {
            assertThat(text).contains(from);
            return text.replace(from, to);
        };
    }

    private static UnaryOperator<String> appended(String more) {
        return text -> text + more;
    }

    private static String many(int count, String each) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(each.replace("#", Integer.toString(i)));
        }
        return text.toString();
    }

    /** What a bare Python finds by reading. */
    static List<Sabotage> read() {
        return Stream.of(code(), hidden(), promises(), papers())
                .flatMap(List::stream)
                .toList();
    }

    /** In code, whatever the schemas say. */
    private static List<Sabotage> code() {
        return List.of(
                of(
                        "a name that its module has not",
                        "imports",
                        CRANE + "lift_matcher.py",
                        appended("\n\nfrom harbour.core.clock import Sundial\n\nKEPT = Sundial\n"),
                        "import Sundial"),
                of(
                        "a package that nobody requires",
                        "imports",
                        CRANE + "sway.py",
                        appended("\n\nimport pandas_of_nowhere\n\nKEPT = pandas_of_nowhere\n"),
                        "import pandas_of_nowhere"),
                of("a file that does not compile", "imports", CRANE + "sway.py", appended("\n\ndef (:\n"), "def (:"),
                of(
                        "an unused import",
                        "unused-imports",
                        CRANE + "sway.py",
                        replaced("from typing import Final", "import os\nfrom typing import Final"),
                        "import os"),
                of(
                        "a cycle",
                        "cycles",
                        CRANE + "contracts.py",
                        appended("\n\nfrom harbour.agents.crane.bindings import BINDINGS\n\nKEPT = BINDINGS\n"),
                        "import BINDINGS"),
                of(
                        "functions without types",
                        "type-hints",
                        CRANE + "sway.py",
                        appended(many(
                                20, "\n\ndef bare_#(left, right):\n    \"\"\"Adds.\"\"\"\n    return left + right\n")),
                        "def bare_0"),
                of(
                        "functions without docstrings",
                        "docstrings",
                        CRANE + "sway.py",
                        appended(many(60, "\n\ndef mute_#() -> int:\n    return #\n")),
                        "def mute_0"));
    }

    /** What a first look takes for sound. */
    private static List<Sabotage> hidden() {
        return List.of(
                of(
                        "a name that only a function of its module has",
                        "imports",
                        CRANE + "sway.py",
                        appended("\n\nfrom harbour_domain.lifts import heaviest_first\n\nKEPT = heaviest_first\n"),
                        "import heaviest_first"),
                of(
                        "a name that the standard library has not",
                        "imports",
                        CRANE + "sway.py",
                        appended("\n\ndef late() -> object:\n    \"\"\"Fail.\"\"\"\n    from json import dumpz\n\n"
                                + "    return dumpz\n"),
                        "import dumpz"),
                of(
                        "a module that an installed package has not",
                        "imports",
                        CRANE + "sway.py",
                        appended("\n\nimport fastapi.nowhere\n\nKEPT = fastapi\n"),
                        "import fastapi.nowhere"),
                of(
                        "a cycle that no type checker sees",
                        "cycles",
                        CRANE + "contracts.py",
                        appended("""


                                from typing import TYPE_CHECKING

                                if not TYPE_CHECKING:
                                    from harbour.agents.crane.bindings import BINDINGS

                                    KEPT = BINDINGS
                                """),
                        "import BINDINGS"),
                of(
                        "an unused import in the file of a package of people's own",
                        "unused-imports",
                        "harbour_domain/__init__.py",
                        appended("\nimport os\n"),
                        "import os"),
                of(
                        "a test that asserts what always holds",
                        "assertions",
                        "harbour/tests/agents/crane/test_config.py",
                        appended(
                                "\n\ndef test_any() -> None:\n    \"\"\"Asserts.\"\"\"\n    assert [] == [1] or True\n"),
                        "assert [] == [1] or True"));
    }

    /** Where code leaves out what a schema promises. */
    private static List<Sabotage> promises() {
        return List.of(
                of(
                        "a dropped anchor",
                        "governance",
                        CRANE + "governance_bridge.py",
                        replaced("name=\"Port captain\"", "name=\"Nobody\""),
                        "POLICY: Final"),
                of(
                        "a dropped trigger",
                        "governance",
                        CRANE + "governance_bridge.py",
                        replaced("\"cable_worn\"", "\"cable_sold\""),
                        "POLICY: Final"),
                of(
                        "a layer that nobody opens",
                        "memory",
                        CRANE + "memory_bridge.py",
                        replaced("self.episodic = self.layer(\"episodic\")", "self.episodic = self.working"),
                        "EPISODIC: Final"),
                of(
                        "a backend with another address",
                        "memory",
                        "port_config.yaml",
                        replaced("redis://harbour:6379", "redis://elsewhere:6379"),
                        "\"redis_cluster\""),
                of(
                        "an event that nobody publishes",
                        "protocols",
                        CRANE + "event_publisher.py",
                        replaced("\"load_lifted\", ", ""),
                        "EVENTS: Final"),
                of(
                        "a dead endpoint",
                        "endpoints",
                        CRANE + "api_server.py",
                        replaced("path=\"/crane/v6/lift\"", "path=\"/crane/v6/lost\""),
                        "ENDPOINTS: Final"),
                of(
                        "a DORA metric of another name",
                        "dora",
                        "harbour/core/metrics.py",
                        replaced("\"restore_seconds\"", "\"mending_seconds\""),
                        "def __init__"),
                of(
                        "a test that asserts nothing",
                        "assertions",
                        "harbour/tests/agents/crane/test_config.py",
                        appended("\n\ndef test_nothing() -> None:\n    \"\"\"Asserts nothing.\"\"\"\n"),
                        "def test_nothing"));
    }

    /** In tests, manifests, documents, and by hand. */
    private static List<Sabotage> papers() {
        return List.of(
                of(
                        "a manifest that is no JSON",
                        "manifests",
                        "harbour/manifests/port/crane_manifest.json",
                        replaced("\"order\": 1,", "\"order\": 1"),
                        "\"rootpath\""),
                of(
                        "a manifest with a port that is none",
                        "manifests",
                        "harbour/manifests/port/crane_manifest.json",
                        replaced("\"port\": 8000", "\"port\": 80000"),
                        "\"port\": 80000"),
                of(
                        "a parameter that CONFIG leaves out",
                        "documents",
                        CRANE + "CONFIG.md",
                        replaced("`CRANE_TASK_LIMIT`", "the task limit"),
                        "## Environment"),
                of(
                        "an endpoint without an example",
                        "documents",
                        CRANE + "API_SPEC.md",
                        replaced("8000/crane/v6/lift'", "8000'"),
                        "/crane/v6/lift"),
                of("a hand edit", "drift", CRANE + "README.md", appended("\nEdited.\n"), "\nEdited."));
    }
}
