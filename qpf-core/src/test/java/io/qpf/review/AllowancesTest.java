package io.qpf.review;

import static io.qpf.review.Findings.IDS;
import static io.qpf.review.Findings.rules;
import static io.qpf.review.Findings.warning;
import static io.qpf.review.Findings.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.load.CommentReader;
import io.qpf.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comment allows a finding where it stands, for a reason, and says so where it allows nothing. */
class AllowancesTest {
    private static Review.Reviewed review(SourceFile file, Diagnostic... found) {
        Allowances allowances = Allowances.of(CommentReader.read(file));
        return Review.of(new Diagnostics(List.of(found)), allowances, Settings.USUAL, () -> IDS);
    }

    @Test
    void commentAboveAllowsTheLineAndWhatIsBelowIt() {
        SourceFile file = yaml("a: 1\n# qpf:allow QPF-GOV-302: the board has no phone\nb:\n  c: 1\n\n  d: 2\ne: 3\n");

        Review.Reviewed reviewed = review(file, warning(file, 3), warning(file, 6), warning(file, 7));

        assertThat(reviewed.allowed()).extracting(Report.Allowed::reason).containsOnly("the board has no phone");
        assertThat(reviewed.allowed()).hasSize(2);
        assertThat(reviewed.counting().all()).containsExactly(warning(file, 7));
    }

    @Test
    void commentBehindAValueAllowsThatLineAlone() {
        SourceFile file = yaml("a: 1 # qpf:allow QPF-GOV-302 - known\nb: 2\n");

        Review.Reviewed reviewed = review(file, warning(file, 1), warning(file, 2));

        assertThat(reviewed.allowed()).hasSize(1);
        assertThat(reviewed.counting().all()).containsExactly(warning(file, 2));
    }

    @Test
    void commentAtTheTopAllowsInTheWholeFile() {
        SourceFile file = yaml("# A schema.\n# qpf:allow QPF-GOV-302: an old one\na: 1\nb: 2\n");

        assertThat(review(file, warning(file, 1), warning(file, 4)).allowed()).hasSize(2);
    }

    @Test
    void allowanceWithoutAReasonAllowsNothing() {
        SourceFile file = yaml("a: 1\nb: 2 # qpf:allow QPF-GOV-302\n");

        Review.Reviewed reviewed = review(file, warning(file, 2));

        assertThat(rules(reviewed)).containsExactlyInAnyOrder("QPF-GOV-302", "QPF-STR-401");
        assertThat(reviewed.counting().all().get(1).span()).hasToString("a.yaml:2:6");
    }

    @Test
    void allowanceThatIsNeededNoMoreIsAFinding() {
        SourceFile file = yaml("a: 1\nb: 2 # qpf:allow QPF-GOV-302: once it was\n");

        assertThat(rules(review(file))).containsExactly("QPF-STR-402");
    }

    @Test
    void allowanceOfNoRuleAsksWhatWasMeant() {
        SourceFile file = yaml("a: 1 # qpf:allow QPF-GOV-320: why\n");

        Review.Reviewed reviewed = review(file);

        assertThat(rules(reviewed)).containsExactly("QPF-STR-403");
        assertThat(reviewed.counting().all().get(0).hint()).contains("did you mean `QPF-GOV-302`?");
        assertThat(rules(review(yaml("a: 1 # qpf:allow: why\n")))).containsExactly("QPF-STR-403");
    }

    @Test
    void itemsInLineWithTheirKeyBelongToIt() {
        SourceFile file = yaml("a:\n  # qpf:allow QPF-GOV-302: known\n  b:\n  - c: 1\n    d: 1\n  - e\n  f: 1\n");

        Review.Reviewed reviewed = review(file, warning(file, 4), warning(file, 6), warning(file, 7));

        assertThat(reviewed.allowed()).hasSize(2);
        assertThat(reviewed.counting().all()).containsExactly(warning(file, 7));
    }

    @Test
    void allowanceOfAnItemEndsBeforeTheNextOne() {
        SourceFile file = yaml("b:\n  # qpf:allow QPF-GOV-302: known\n  - c: 1\n    d: 1\n  - e\n");

        assertThat(review(file, warning(file, 4), warning(file, 5)).allowed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QPF-STR-004, QPF-GOV-302",
                "QPF-GOV-302 QPF-STR-004",
                "qpf-gov-302 and QPF-STR-004",
                "QPF-GOV-302;QPF-STR-004"
            })
    void oneReasonDoesForSeveralRules(String ids) {
        SourceFile file = yaml("a: 1 # qpf:allow " + ids + ": the board knows\n");
        Diagnostic note = Diagnostic.info("QPF-STR-004", file.start(), "kept", "");

        Review.Reviewed reviewed = review(file, warning(file, 1), note);

        assertThat(reviewed.allowed()).extracting(Report.Allowed::reason).containsOnly("the board knows");
        assertThat(reviewed.allowed()).hasSize(2);
        assertThat(reviewed.counting().all()).isEmpty();
        assertThat(rules(review(file, warning(file, 1))))
                .as("one of the two is not needed")
                .containsExactly("QPF-STR-402");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ": -", " \u2014 ...", ", QPF-STR-004"})
    void whatIsNoReasonAllowsNothing(String end) {
        SourceFile file = yaml("a: 1 # qpf:allow QPF-GOV-302" + end + "\n");

        assertThat(rules(review(file, warning(file, 1)))).contains("QPF-GOV-302", "QPF-STR-401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qpf: allow",
                "QPF:ALLOW",
                "Qpf:Allow",
                "qpf-allow",
                "qpf.allow",
                "qpf_allow",
                "qpf allow",
                "qpf :allow",
                "qpf:alow",
                "qpf:allows",
                "qpf:ignore",
                "qpf:disable",
                "qpf: ignore"
            })
    void commentThatLooksLikeAnAllowanceIsTold(String form) {
        SourceFile file = yaml("a: 1\n# " + form + " QPF-GOV-302: why\nb: 2\n");

        Review.Reviewed reviewed = review(file, warning(file, 3));

        assertThat(rules(reviewed)).containsExactly("QPF-STR-405", "QPF-GOV-302");
        assertThat(reviewed.counting().all().get(0).span()).hasToString("a.yaml:2:1");
        assertThat(reviewed.counting().all().get(0).hint()).contains("`# qpf:allow QPF-GOV-302: why`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qpf is a plugin",
                "see QPF-GOV-302",
                "qpf-core allows it",
                "qpf: see the docs",
                "qpfallow",
                "allow qpf"
            })
    void otherCommentsAreNobodysBusiness(String comment) {
        assertThat(rules(review(yaml("a: 1 # " + comment + "\n")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%YAML 1.2\n---\n# A\n", "# A\n%YAML 1.2\n# B\n---\n", "--- # here\n", "---\n\n"})
    void directivesAreNoLinesOfTheFile(String head) {
        SourceFile file = yaml(head + "# qpf:allow QPF-GOV-302: an old one\na: 1\nb: 2\n");

        int last = (int) file.text().lines().count();
        assertThat(review(file, warning(file, last)).allowed()).hasSize(1);
    }

    @Test
    void allowanceOfARuleThatIsOffIsNotUnused() {
        SourceFile file = yaml("a: 1 # qpf:allow QPF-GOV-302: the vendor's\n");
        Settings off = new Settings(FailOn.ERROR, Settings.severities("QPF-GOV-302 = off"), Baseline.NONE);

        Review.Reviewed reviewed = Review.of(
                new Diagnostics(List.of(warning(file, 1))), Allowances.of(CommentReader.read(file)), off, () -> IDS);

        assertThat(reviewed.counting().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1 # qpf:allow X", "# \u00a0QPF allow", "a\n##qpf"})
    void filesWithSuchCommentsAreRead(String text) {
        assertThat(CommentReader.isWorthReading(text.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(CommentReader.isWorthReading(
                        text.replace("q", "x").replace("Q", "x").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void errorStaysAnErrorWhateverStandsAboveIt() {
        SourceFile file = yaml("a: 1 # qpf:allow QPF-TYP-001: we like it\n");
        Diagnostic error = Diagnostic.error("QPF-TYP-001", file.start(), "wrong", "mend it");
        Settings off = new Settings(FailOn.ERROR, Map.of("QPF-TYP-001", Optional.empty()), Baseline.NONE);

        Review.Reviewed reviewed =
                Review.of(new Diagnostics(List.of(error)), Allowances.of(CommentReader.read(file)), off, () -> IDS);

        assertThat(rules(reviewed)).containsExactlyInAnyOrder("QPF-TYP-001", "QPF-STR-404");
        assertThat(reviewed.counting().count(Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void textThatLooksLikeACommentIsNone() {
        SourceFile file = yaml("a: |\n  # qpf:allow QPF-GOV-302: no\nb: \"x # qpf:allow QPF-GOV-302: no\"\n");

        assertThat(CommentReader.read(file)).isEmpty();
    }

    @Test
    void fileThatCannotBeReadKeepsItsCommentsQuiet() {
        SourceFile file = yaml("a: \u0007 # qpf:allow QPF-GOV-302: rings\n");

        assertThat(CommentReader.read(file)).hasSize(1);
    }
}
