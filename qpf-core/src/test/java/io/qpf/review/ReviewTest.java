package io.qpf.review;

import static io.qpf.review.Findings.IDS;
import static io.qpf.review.Findings.rules;
import static io.qpf.review.Findings.warning;
import static io.qpf.review.Findings.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.FailOn;
import io.qpf.diagnostics.Severity;
import io.qpf.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts of findings: severities of one's own, baselines, and what fails. */
class ReviewTest {
    @Test
    void blanksAroundEqualSignsDoNotCount() {
        assertThat(Settings.severities(" QPF-GOV-302 = error ,QPF-STR-004= off  QPF-TYP-001 =info"))
                .containsOnly(
                        Map.entry("QPF-GOV-302", Optional.of(Severity.ERROR)),
                        Map.entry("QPF-STR-004", Optional.empty()),
                        Map.entry("QPF-TYP-001", Optional.of(Severity.INFO)));
    }

    @Test
    void severitiesOfOnesOwnWeigh() {
        SourceFile file = yaml("a: 1\n");
        Map<String, Optional<Severity>> own = Settings.severities("QPF-GOV-302=error, QPF-STR-004=off");
        Diagnostic note = Diagnostic.info("QPF-STR-004", file.start(), "kept", "");

        Review.Reviewed reviewed = Review.of(
                new Diagnostics(List.of(warning(file, 1), note)),
                Allowances.of(List.of()),
                new Settings(FailOn.ERROR, own, Baseline.NONE),
                () -> IDS);

        assertThat(rules(reviewed)).containsExactly("QPF-GOV-302");
        assertThat(reviewed.counting().hasErrors()).isTrue();
        assertThatThrownBy(() -> Settings.severities("QPF-GOV-302")).hasMessageContaining("ID=severity");
        assertThatThrownBy(() -> Settings.severities("QPF-GOV-302=fatal")).hasMessageContaining("\"fatal\"");
    }

    @Test
    void baselineKnowsItsFindingsWhateverLinesComeAbove() {
        SourceFile before = yaml("a: 1\nb: 2\n");
        SourceFile after = yaml("# new\n\na: 1\nb: 2\nb: 2\n");
        Baseline baseline = Baseline.of(Baseline.text(new Diagnostics(List.of(warning(before, 2)))));
        Settings settings = new Settings(FailOn.ERROR, Map.of(), baseline);

        Review.Reviewed reviewed = Review.of(
                new Diagnostics(List.of(warning(after, 4), warning(after, 5))),
                Allowances.of(List.of()),
                settings,
                () -> IDS);

        assertThat(reviewed.allowed()).hasSize(1);
        assertThat(reviewed.counting().all()).as("a second one like it is new").hasSize(1);
    }

    @Test
    void baselineHoldsNoErrors() {
        SourceFile file = yaml("a: 1\n");
        Diagnostic error = Diagnostic.error("QPF-TYP-001", file.start(), "wrong", "mend it");

        assertThat(Baseline.of(Baseline.text(new Diagnostics(List.of(error)))).known())
                .isEmpty();
    }

    @Test
    void failOnTellsWhichFindingsFail() {
        assertThat(FailOn.of("Warning").isReachedBy(Severity.ERROR)).isTrue();
        assertThat(FailOn.of("warning").isReachedBy(Severity.INFO)).isFalse();
        assertThat(FailOn.of("never").isReachedBy(Severity.ERROR)).isFalse();
        assertThatThrownBy(() -> FailOn.of("fatal")).hasMessageContaining("error, warning, info or never");
    }
}
