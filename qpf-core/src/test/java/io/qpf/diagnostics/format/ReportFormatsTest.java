package io.qpf.diagnostics.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostic.Related;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The forms that machines read, each checked by somebody else's reader. */
class ReportFormatsTest {
    private static final SourceFile FILE =
            new SourceFile("src/main/qpf/agents/a b&c.yaml", "name: A\nmode: hybird # <100%>\nname: B\n");

    private static final Diagnostic TWICE = Diagnostic.error(
                    "QPF-SYN-013", span(3, 1, 5), "`name` is given <twice> & \u0007 100%", "Keep one, please: now.")
            .with(new Related(span(1, 1, 5), "first given here"));
    private static final Diagnostic MODE = Diagnostic.warning(
                    "QPF-TYP-002", span(2, 7, 13), "`mode` cannot be `hybird`", "Did you mean `hybrid`?")
            .fixedBy(Fix.of("write `hybrid`", span(2, 7, 13), "hybrid"));
    private static final Diagnostic NOTE = Diagnostic.info("QPF-STR-004", span(1, 1, 5), "kept", "");

    private static final Report REPORT = new Report(
            new Diagnostics(List.of(TWICE, MODE)),
            List.of(new Report.Allowed(NOTE, "we need it", true)),
            List.of(
                    new RuleInfo("QPF-SYN-004", Severity.ERROR, "The file is not YAML."),
                    new RuleInfo("QPF-SYN-013", Severity.ERROR, "A key is given twice."),
                    new RuleInfo("QPF-STR-004", Severity.INFO, "A key is unknown."),
                    new RuleInfo("QPF-STR-005", Severity.ERROR, "A key is missing."),
                    new RuleInfo("QPF-TYP-002", Severity.ERROR, "A value is not one of a closed list.")),
            Set.of("QPF-STR-005", "QPF-TYP-002"),
            FailOn.ERROR);

    private static Span span(int line, int from, int to) {
        return new Span(FILE, new Position(line, from), new Position(line, to));
    }

    @Test
    void sarifIsValidByItsOwnSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(Files.readString(Path.of("src/test/resources/sarif/sarif-2.1.0-rtm.5.json")));

        Set<ValidationMessage> wrong = schema.validate(new SarifFormat("6.0.0").format(REPORT), InputFormat.JSON);

        assertThat(wrong).isEmpty();
        assertThat(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .as("the schema is in force")
                .isNotEmpty();
    }

    @Test
    void sarifSaysWhereAndHowToMend() throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(new SarifFormat("6.0.0").format(REPORT))
                .at("/runs/0");

        assertThat(run.at("/results/0/ruleId").asText()).isEqualTo("QPF-TYP-002");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(4);
        assertThat(run.at("/results/0/level").asText()).isEqualTo("warning");
        JsonNode place = run.at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("src/main/qpf/agents/a%20b&c.yaml");
        assertThat(place.at("/region")).isEqualTo(new ObjectMapper().readTree("""
                        {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 13}"""));
        JsonNode replacement = run.at("/results/0/fixes/0/artifactChanges/0/replacements/0");
        assertThat(replacement.at("/insertedContent/text").asText()).isEqualTo("hybrid");
        assertThat(replacement.at("/deletedRegion/startColumn").asInt()).isEqualTo(7);
        assertThat(run.at("/results/1/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
        assertThat(run.at("/results/2/suppressions/0/justification").asText()).isEqualTo("we need it");
    }

    @Test
    void jsonCountsWhatPassed() throws IOException {
        JsonNode root = new ObjectMapper().readTree(new JsonFormat().format(REPORT));

        assertThat(root.at("/summary")).isEqualTo(new ObjectMapper().readTree("""
                        {"error": 1, "warning": 1, "info": 0, "allowed": 1, "rules": 5, "passed": 2, "undecided": 1,
                         "failed": true}"""));
        assertThat(root.at("/layers/0")).isEqualTo(new ObjectMapper().readTree("""
                        {"layer": "syntax", "rules": 2, "passed": 1, "undecided": 0, "findings": 1}"""));
        assertThat(root.at("/layers/1/undecided").asInt()).isEqualTo(1);
        assertThat(root.at("/undecided")).isEqualTo(new ObjectMapper().readTree("[\"QPF-STR-005\"]"));
        assertThat(root.at("/findings/0/fix/edits/0/text").asText()).isEqualTo("hybrid");
        assertThat(root.at("/findings/1/message").asText()).isEqualTo(TWICE.message());
        assertThat(root.at("/allowed/0/reason").asText()).isEqualTo("we need it");
    }

    @Test
    void junitHasACaseForEachRule() throws Exception {
        String xml = new JunitFormat().format(REPORT);
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        NodeList suites = root.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(3);
        assertThat(((Element) suites.item(0)).getAttribute("failures")).isEqualTo("1");
        assertThat(((Element) suites.item(0)).getAttribute("tests")).isEqualTo("2");
        assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        assertThat(((Element) suites.item(1)).getAttribute("skipped")).isEqualTo("1");
        assertThat(((Element) suites.item(2)).getAttribute("skipped")).isEqualTo("0");
        assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(root.getElementsByTagName("system-out").item(0).getTextContent())
                .contains("warning[QPF-TYP-002] `mode` cannot be `hybird`")
                .contains("2 | mode: hybird # <100%>");
    }

    @Test
    void githubGetsOneCommandALine() {
        assertThat(new GithubFormat().format(REPORT.findings())).isEqualTo("""
                        ::warning file=src/main/qpf/agents/a b&c.yaml,line=2,col=7,endColumn=12,title=QPF-TYP-002::`mode` cannot be `hybird`%0ADid you mean `hybrid`?
                        ::error file=src/main/qpf/agents/a b&c.yaml,line=3,col=1,endColumn=4,title=QPF-SYN-013::`name` is given <twice> & \ufffd 100%25%0AKeep one, please: now.
                        """);
    }

    @Test
    void talliesShowEachLayer() {
        assertThat(new TallyFormat(false).format(REPORT).lines())
                .containsExactly(
                        "  syntax       1 of   2 rules passed   1 error",
                        "  structure    1 of   2 rules passed, 1 not decided",
                        "  types        0 of   1 rules passed   1 warning");
    }
}
