package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Layer;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule passes only where it looked at all that it is about. */
class UndecidedRulesTest {
    private static final Path HARBOUR = Path.of("src/test/resources/golden/harbour/input");
    private static final String CRANE = "agents/crane.yaml";

    @TempDir
    private Path input;

    @BeforeEach
    void copy() throws IOException {
        for (Map.Entry<String, String> it : Extraction.files(HARBOUR).entrySet()) {
            Path file = input.resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
    }

    private Report report(String sound, String mistake) throws IOException {
        replace(CRANE, sound, mistake);
        return report();
    }

    private Report report() throws IOException {
        Path none = input.resolve("none");
        Outcome outcome =
                Extractor.validate(new Request(input, input, input.resolveSibling("out"), none, none, 1, false, false));
        return outcome.report(FailOn.ERROR);
    }

    private static Report.Tally of(Report report, Layer layer) {
        return report.tallies().stream()
                .filter(it -> it.layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void soundCollectionDecidesEachRule() throws IOException {
        Report report = report();

        assertThat(report.open()).isZero();
        assertThat(report.passed()).isGreaterThan(150);
    }

    @Test
    void brokenLineLeavesOpenWhatMayStandThere() throws IOException {
        Report report = report("owner: Port", "owner: \"Port");

        assertThat(of(report, Layer.SYNTAX).findings().all()).hasSize(1);
        assertThat(of(report, Layer.GOVERNANCE).passed()).isZero();
        assertThat(of(report, Layer.DEPENDENCIES).passed()).isZero();
        assertThat(report.open()).isGreaterThan(150);
    }

    @Test
    void sectionByAnotherNameWasNotReadEither() throws IOException {
        Report report = report("memorytopology:", "memory_topology:");

        assertThat(of(report, Layer.TYPES).passed()).isZero();
        assertThat(of(report, Layer.TYPES).undecided())
                .isEqualTo(of(report, Layer.TYPES).rules());
    }

    /** What stands there is not missing: one cause, one finding. */
    @ParameterizedTest
    @ValueSource(strings = {"governance:", "deployment:", "learningsystem:"})
    void sectionByAnotherNameIsMissedByNobody(String section) throws IOException {
        Report report = report("\n" + section, "\n" + section.toUpperCase(Locale.ROOT));

        assertThat(report.findings().all()).anyMatch(it -> it.rule().equals("QPF-STR-002"));
        assertThat(report.findings().all())
                .noneMatch(it -> it.severity() != Severity.ERROR
                        && it.span().start().line() < it.span().end().line()
                        && it.span().file().path().endsWith(CRANE));
    }

    /** A value of the wrong type is there, so that nobody misses it beside the error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agents/crane.yaml | auditscope: [lift_planned] | auditscope: {lift: planned}",
                "agents/crane.yaml | owner: Port | owner: [[Port]]",
                "agents/crane.yaml | escalationtriggers: [sway_> 0_95] | escalationtriggers: {sway: [0.95]}",
                "agents/crane.yaml | load > 0.5, cable worn | load > threshold, cable worn\\n  thresholds: 5",
                "extractor-map.yaml | agent: Crane, | agent: [Crane],",
                "extractor-map.yaml | 1: {agent: Crane, schema_file: agents/crane.yaml, reason: Others call it.} | 1: [[Crane]]",
            })
    void valueOfTheWrongTypeIsMissedByNobody(String file, String sound, String mistake) throws IOException {
        replace(CRANE, "status: draft", "status: production");
        replace(CRANE, "mode: hybrid", "mode: autonomous");
        Set<String> before = rules(report());

        replace(file, sound, mistake.replace("\\n", "\n"));

        Set<String> more = rules(report());
        more.removeAll(before);
        assertThat(more).hasSize(1);
    }

    private void replace(String file, String sound, String mistake) throws IOException {
        Path path = input.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(sound);
        Files.writeString(path, text.replace(sound, mistake));
    }

    private static Set<String> rules(Report report) {
        return report.findings().all().stream().map(Diagnostic::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void wrongValueLeavesOpenOnlyWhatFollowsFromIt() throws IOException {
        Report report = report("timeout_ms: 300", "timeout_ms: soon");

        Report.Tally syntax = of(report, Layer.SYNTAX);
        assertThat(syntax.passed()).isEqualTo(syntax.rules() - syntax.undecided());
        assertThat(syntax.passed()).isGreaterThan(20);
        assertThat(of(report, Layer.PERFORMANCE).passed()).isZero();
    }

    @Test
    void findingOfALinkedCollectionLeavesOpenItsPlan() throws IOException {
        Report report = report("rootpath: harbour/agents/crane", "rootpath: harbour/agents/cra-ne");

        assertThat(report.of(rule(report, "QPF-STR-205"))).hasSize(1);
        assertThat(of(report, Layer.PERFORMANCE).undecided()).isZero();
        assertThat(report.leavesOpen(rule(report, "QPF-DEP-103"))).isTrue();
        assertThat(report.leavesOpen(rule(report, "QPF-DEP-201"))).isFalse();
    }

    private static RuleInfo rule(Report report, String id) {
        return report.rules().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
