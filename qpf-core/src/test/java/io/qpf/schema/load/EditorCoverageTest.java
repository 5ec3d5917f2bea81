package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.extract.Catalogue;
import io.qpf.schema.load.EditorSchemaFiles.Case;
import io.qpf.schema.load.EditorSchemaFiles.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which rules an editor shows by the JSON Schemas alone, held against all examples and fixtures: {@code editor/rules.txt}. */
class EditorCoverageTest {
    private static final Path TABLE = Path.of("src/test/resources/editor/rules.txt");
    private static final Map<String, JsonSchema> SCHEMAS = new HashMap<>();
    private static List<Case> cases = List.of();

    /**
     * A line of the table.
     *
     * @param ids a rule, or the beginning of several
     * @param shown whether the schemas reject all that the rule finds in its examples, and otherwise nothing of it
     * @param why why they cannot
     */
    private record Row(String ids, boolean shown, String why) {
        boolean covers(RuleInfo rule) {
            return ids.endsWith("*")
                    ? rule.id().startsWith(ids.substring(0, ids.length() - 1))
                    : rule.id().equals(ids);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        for (String kind : List.of("agent", "map", "glue")) {
            String text = Files.readString(Path.of("src/main/resources/io/qpf/editor", kind + ".schema.json"));
            SCHEMAS.put(
                    kind,
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(text));
        }
        cases = EditorSchemaFiles.cases();
        assertThat(cases).hasSizeGreaterThan(300);
    }

    private static List<Row> table() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> columns = List.of(line.split(" \\| ", -1));
                boolean shown = columns.get(1).equals("shown");
                rows.add(new Row(columns.get(0), shown, shown ? "" : columns.get(2)));
            }
        }
        return rows;
    }

    /** The first row that names a rule; a row of its own stands before that of its family. */
    private static Row row(RuleInfo rule) throws IOException {
        return table().stream()
                .filter(it -> it.covers(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(TABLE + " does not say whether editors show " + rule.id()));
    }

    private static List<String> wrong(Case it) {
        List<String> wrong = new ArrayList<>();
        for (Instance file : it.files()) {
            JsonSchema schema =
                    Objects.requireNonNull(SCHEMAS.get(SCHEMAS.containsKey(file.kind()) ? file.kind() : "agent"));
            schema.validate(file.json()).forEach(found -> wrong.add(file.path() + " " + found.getMessage()));
        }
        return wrong;
    }

    @Test
    void tableSaysOfEveryRuleWhetherEditorsShowIt() throws IOException {
        for (RuleInfo rule : Catalogue.ofSchemas()) {
            assertThat(row(rule).shown() ? "shown" : row(rule).why())
                    .as(rule.id())
                    .isNotBlank();
        }
        assertThat(table()).allMatch(row -> Catalogue.ofSchemas().stream().anyMatch(row::covers));
    }

    @Test
    void whatIsCleanIsAccepted() {
        for (Case it : cases) {
            if (!it.finding()) {
                assertThat(wrong(it)).as(it.name()).isEmpty();
            }
        }
    }

    /** No rule of its own finds it, since two endpoints of one route are one of {@code SharedRoute}'s. */
    @Test
    void endpointThatStandsTwiceIsRejected() {
        for (String twice : List.of("[/x/y, /x/y]", "[{path: /x/y, method: GET}, {path: /x/y, method: GET}]")) {
            Case it = EditorSchemaFiles.of("deployment:\n  endpoints: " + twice + "\n");
            assertThat(wrong(it)).as(twice).anyMatch(found -> found.contains("unique"));
        }
    }

    @Test
    void whatIsFoundIsRejectedWhereTheTableSaysSoAndNowhereElse() throws IOException {
        List<String> lies = new ArrayList<>();
        for (Case it : cases) {
            boolean shown = row(it.rule()).shown();
            if (it.finding() && shown == wrong(it).isEmpty()) {
                lies.add(it.name() + (shown ? " is accepted" : " is rejected: " + wrong(it)));
            }
        }
        assertThat(lies).isEmpty();
    }
}
