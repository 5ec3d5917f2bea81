package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.Example;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Agents with more modules and operations than one class, function or file should hold, and with names that meet once they
 * are Python's: nothing is defined twice, and pylint finds nothing too large.
 */
class LargeAgentsTest {
    private static final int OPERATIONS = 22;
    private static final int CALLED = 21;
    private static final String CODE = """
        \"""What stands behind every operation.\"""


        def work(**fields: object) -> dict[str, object]:
            \"""Return what came in.\"""
            return dict(fields)
        """;

    /** A module `type` beside `types` and an operation `type`; modules named like what their tests import, or like tests. */
    private static final String MEETING_FILES = "type.py, types.py, type_2.py, score_request.py, test_utils.py,"
            + " test_models.py, x/report.py, y/report.py, packet_envelope.py, memory_index.py, memory_store.py,"
            + " market_client.py, {path: receipt.py, archetype: packet_router},"
            + " {path: event_record.py, archetype: event_publisher}";

    private static final List<String> MEETING_OPERATIONS = List.of(
            "type", "count", "count_operation", "market_client", "straße", "strasse", "strategy_ranking", "score");

    private static final String GROWING = "(controller|bindings|contracts|api_server|\\w+_client|test_\\w+).*\\.py";

    @TempDir
    Path temp = Path.of("");

    @Test
    void nothingIsDefinedTwiceOrTooLarge() throws IOException {
        RealTools tools = RealTools.get();
        Path input = temp.resolve("input");
        Path domain = temp.resolve("domain");
        Path tree = temp.resolve("tree");
        Example.write(main() + caller() + glue(), input);
        Files.createDirectories(domain.resolve("large_domain"));
        Files.writeString(domain.resolve("large_domain/__init__.py"), "\"\"\"Bound.\"\"\"\n");
        Files.writeString(domain.resolve("large_domain/work.py"), CODE);

        Extraction.extract(input, tree, domain, 2);

        assertThat(tree.resolve("acme/agents/main"))
                .isDirectoryContaining("glob:**/controller_operations.py")
                .isDirectoryContaining("glob:**/contracts_2.py")
                .isDirectoryContaining("glob:**/bindings_2.py");
        assertThat(tree.resolve("acme/agents/caller")).isDirectoryContaining("glob:**/main_client_2.py");
        Path cache = Path.of(System.getProperty("qpf.root", "."), "target", "qpf-venv", "mypy");
        tools.passes(tree, Map.of("MYPY_CACHE_DIR", cache.toAbsolutePath().toString()), "mypy");
        // Of pylint what counts or compares: the rest of it, which takes long, holds for trees of any size.
        List<String> pylint = new ArrayList<>(List.of("pylint", "--disable=all"));
        pylint.add("--enable=function-redefined,too-many-statements,too-many-lines,too-many-public-methods,"
                + "too-many-arguments");
        pylint.addAll(growing(tree));
        tools.passes(tree, pylint.toArray(String[]::new));
        tools.passes(tree, "isort", "--check-only", "--diff", "--quiet", "acme/agents", "acme/tests/agents");
        tools.passes(tree, "pytest", "-q", "-x", "acme/tests/agents/main/test_operations.py", "acme/tests/integration");
    }

    /** What grows with an agent: modules of a size of their own are the same in every tree. */
    private static List<String> growing(Path tree) throws IOException {
        List<String> growing = new ArrayList<>();
        for (String folder : List.of("acme/agents", "acme/tests/agents", "acme/tests/integration")) {
            try (Stream<Path> files = Files.walk(tree.resolve(folder))) {
                files.filter(it -> it.getFileName().toString().matches(GROWING))
                        .map(it -> tree.relativize(it).toString())
                        .sorted()
                        .forEach(growing::add);
            }
        }
        return growing;
    }

    private static String main() {
        String fields = "request: {" + each(40, it -> "field_" + it + ": str") + "}, response: {value: float}";
        return "# agents/main.yaml\nname: Main\ncursorinstructions:\n"
                + "  generatefiles: [__init__.py, controller.py, bindings.py, "
                + each(24, it -> "component_" + it + ".py")
                + ", " + MEETING_FILES + "]\n"
                + "  generatedocs: [README.md]\n  postgeneration: {generatetests: true}\n"
                + "deployment:\n  runtime: async\n  endpoints: ["
                + each(OPERATIONS, it -> endpoint("do_" + it, it)) + ", "
                + each(MEETING_OPERATIONS.size(), it -> endpoint(MEETING_OPERATIONS.get(it), OPERATIONS + it))
                + "]\ncontracts:\n"
                + IntStream.range(0, OPERATIONS)
                        .mapToObj(it -> "  do_" + it + ": {" + fields + "}\n")
                        .collect(Collectors.joining())
                + "  score: {request: {json: str, json_: str, class: int, self: str, größe: int, grosse: int},"
                + " response: {ScoreCode: ScoreCode}}\n  ScoreCode: {id: str}\n"
                + "bindings:\n  operations: {"
                + each(OPERATIONS, it -> "do_" + it + ": \"large_domain.work:work\"")
                + ", score: \"large_domain.work:work\"}\n";
    }

    private static String endpoint(String name, int number) {
        return "{name: " + name + ", path: /main/v6/o" + number + ", method: POST, timeout_ms: " + (200 + number) + "}";
    }

    private static String caller() {
        return "# agents/caller.yaml\nname: Caller\n";
    }

    private static String glue() {
        return "# glue.yaml\nexternals: [Bank]\nwirings:\n"
                + "  - {from_agent: Caller, to_agent: Main, connection_type: api_call, method_names: ["
                + each(CALLED, it -> "do_" + it) + ", type]}\n"
                + "  - {from_agent: Caller, to_agent: Bank, connection_type: api_call,"
                + " method_names: [call, peer, straße, strasse]}\n";
    }

    private static String each(int times, IntFunction<String> item) {
        return IntStream.range(0, times).mapToObj(item).collect(Collectors.joining(", "));
    }
}
