package io.qpf.pack.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents say what the schema says: all of it, in clean Markdown, with examples that fit. */
final class DocumentsTest {
    private static final Pattern TOKEN = Pattern.compile("(?<![a-z])(?:prose \\d\\d|word_\\d\\d)");
    private static final String SERVER = "acme/server/";

    @TempDir
    private static Path work;

    private static Map<String, String> documents = Map.of();

    @BeforeAll
    static void extract() throws IOException {
        documents = ExtractedFixture.of("full", work, UnaryOperator.identity()).documents();
    }

    @Test
    void nothingThatTheFilesSayIsDropped() throws IOException {
        String said = String.join("\n", documents.values());
        for (String file : List.of("extractor-map.yaml", "glue.yaml", "agents/server.yaml")) {
            assertThat(tokens(said))
                    .as(file)
                    .containsAll(tokens(Files.readString(work.resolve("input").resolve(file))));
        }
    }

    @Test
    void aDocumentOfAnyOtherNameSaysAllThatTheSchemaSays() throws IOException {
        Set<String> schema = tokens(Files.readString(work.resolve("input/agents/server.yaml")));

        assertThat(tokens(document("FIELD_GUIDE.md"))).containsAll(schema);
    }

    @Test
    void everyDocumentOpensWithItsBanner() {
        documents.forEach((path, text) -> {
            assertThat(text).as(path).startsWith("<!--\n");
            assertThat(text)
                    .as(path)
                    .contains("Change the schema and extract again: an edit here is drift.\n-->\n\n# ");
        });
        assertThat(document("API_SPEC.md"))
                .contains("Extracted from agents/server.yaml\n    contracts, deployment.endpoints\n");
    }

    @Test
    void blocksAreSetApartAndTablesAreSquare() {
        documents.forEach((path, text) -> assertThat(Untidy.in(text)).as(path).isEmpty());
    }

    @Test
    void aGuardedRouteShowsItsTokenAndAnUnboundOneItsStatus() {
        assertThat(document("API_SPEC.md")).contains("""
                        ```sh
                        curl --request PUT \\
                          --header 'Content-Type: application/json' \\
                          --header "Authorization: Bearer $TOKEN" \\
                          --data '{}' \\
                          'http://127.0.0.1:8000/server/v6/thing'
                        ```

                        Expected status: 501, with a problem document that names the operation.
                        """);
    }

    @Test
    void anExampleRequestFitsItsContract() {
        assertThat(document("API_SPEC.md"))
                .contains(
                        "--data '{\"things\": [{\"id\": \"text\", \"parts\": []}], \"class\": {\"key\": 0.5}, \"limit\": 1}'")
                .contains("  --data-urlencode 'text=text' \\\n  --data-urlencode 'least=0.5' \\\n");
    }

    @Test
    void whatWaitsForCodeSaysWhichLinesToAdd() {
        assertThat(document("README.md"))
                .contains("answers 501 until code is bound")
                .contains("""
                        bindings:
                          operations:
                            "find_things": acme_domain.server:find_things
                            "replace_thing": acme_domain.server:replace_thing
                          strategies:
                            "word_44": acme_domain.server:word_44
                        """);
    }

    @Test
    void aConditionStandsInTheAuthorsWordsBesideItsNormalForm() {
        assertThat(document("RULES.md"))
                .contains("| word_24 > 500ms | `word_24 > 0.5s` | `word_24` |")
                .contains("| word_22 < 0.6 AND word_23 > 0.8 | `word_22 < 0.6 AND word_23 > 0.8` |");
    }

    @Test
    void proseInPlaceOfAConditionIsSaidNotToBeEvaluated() {
        assertThat(documents.get("acme/caller/RULES.md"))
                .contains(
                        "| No escalation required - fully autonomous operation | not evaluated: these words are no condition |");
    }

    @Test
    void everyTunableHasItsVariableAndItsDefault() {
        assertThat(document("CONFIG.md"))
                .contains("| `SERVER_PORT` | `8000` |")
                .contains("| `SERVER_TASK_LIMIT` | `50` |")
                .contains("| `SERVER_DECISION_LATENCY_MS` | `2000` |")
                .contains("| `SERVER_BACKOFF_MULTIPLIER` | `1.5` |");
    }

    @Test
    void theMapSpeaksInItsAuthorsLines() {
        assertThat(documents.get("README.md"))
                .contains("```text\nprose 15\n  - indented prose 16\n```")
                .contains("  agent_1_server --> agent_2_caller\n");
    }

    private static String document(String name) {
        return documents.getOrDefault(SERVER + name, "");
    }

    private static Set<String> tokens(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    /** What a linter would say of a document. */
    private static final class Untidy {
        private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

        static List<String> in(String text) {
            List<String> found = new ArrayList<>();
            List<String> lines = List.of(text.split("\n", -1));
            boolean code = false;
            for (int i = 1; i < lines.size() - 1; i++) {
                String line = lines.get(i);
                String before = lines.get(i - 1);
                code = line.startsWith("```") != code;
                boolean apart = before.isEmpty() || (line.startsWith("|") && before.startsWith("|"));
                if (line.startsWith("#")
                        && !code
                        && !(before.isEmpty() && lines.get(i + 1).isEmpty())) {
                    found.add("heading without blank lines: " + line);
                }
                if (line.startsWith("|") && !code && !apart) {
                    found.add("table without a blank line: " + line);
                }
                if (line.startsWith("|") && before.startsWith("|") && columns(line) != columns(before)) {
                    found.add("row of another width: " + line);
                }
                if (line.isEmpty() && before.isEmpty() && !code) {
                    found.add("two blank lines before line " + (i + 1));
                }
                if (!line.equals(line.stripTrailing())) {
                    found.add("blanks at the end: " + line);
                }
            }
            if (!text.endsWith("\n") || text.endsWith("\n\n")) {
                found.add("ends otherwise than by one line end");
            }
            return found;
        }

        private static long columns(String row) {
            return CELL_END.matcher(row).results().count();
        }
    }
}
