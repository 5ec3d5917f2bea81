package io.qpf.diagnostics.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostic.Related;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which people read findings. */
class FormatsTest {
    private static final SourceFile FILE = new SourceFile(
            "agents/berths.yaml",
            "name: Berths\n\tmode: hybird\nname: 船 \u202e Twice\n" + "x".repeat(90) + "here" + "y".repeat(200));

    @Test
    void showsTheLineTheHintAndTheOtherPlace() {
        Diagnostic twice = Diagnostic.error("QPF-SYN-013", span(3, 1, 5), "`name` is given twice", "Keep one.")
                .with(new Related(span(1, 1, 5), "first given here"));

        assertThat(full(twice)).isEqualTo("""
                        error[QPF-SYN-013] `name` is given twice
                         --> agents/berths.yaml:3:1
                          |
                        3 | name: 船 � Twice
                          | ^^^^
                         --> agents/berths.yaml:1:1
                          |
                        1 | name: Berths
                          | ^^^^ first given here
                          = hint: Keep one.
                        """);
    }

    @Test
    void countsTabsAsOneCellAndWideCharactersAsTwo() {
        assertThat(full(Diagnostic.info("QPF-X-001", span(2, 8, 14), "m", "")))
                .contains("2 |  mode: hybird\n  |        ^^^^^^\n");
        assertThat(full(Diagnostic.info("QPF-X-001", span(3, 7, 8), "m", ""))).contains("\n  |       ^^\n");
        assertThat(full(Diagnostic.info("QPF-X-001", span(3, 11, 16), "m", ""))).contains("\n  |            ^^^^^\n");
    }

    @Test
    void cutsALongLineAroundThePlace() {
        String text = full(Diagnostic.info("QPF-X-001", span(4, 91, 95), "m", ""));

        assertThat(text).contains("4 | …" + "x".repeat(40) + "here" + "y".repeat(76) + "…\n");
        assertThat(text).contains("\n  | " + " ".repeat(41) + "^^^^\n");
    }

    @Test
    void showsNoLineForAFileAsAWhole() {
        Span folder = new SourceFile("src/main/qpf", "").start();

        assertThat(full(Diagnostic.error("QPF-STR-010", folder, "No map", "Add one.")))
                .isEqualTo("error[QPF-STR-010] No map\n --> src/main/qpf:1:1\n  = hint: Add one.\n");
    }

    @Test
    void underlinesToTheEndOfTheFirstLine() {
        Span lines = new Span(FILE, new Position(1, 7), new Position(3, 2));

        assertThat(full(Diagnostic.info("QPF-X-001", lines, "m", ""))).contains("1 | name: Berths\n  |       ^^^^^^\n");
    }

    @Test
    void coloursOnlyWhenAsked() {
        Diagnostics one = new Diagnostics(List.of(Diagnostic.warning("QPF-X-001", span(1, 1, 5), "m", "h")));

        assertThat(new FullFormat(true).format(one)).contains("\u001b[1;33mwarning[QPF-X-001]\u001b[0m");
        assertThat(new FullFormat(false).format(one)).doesNotContain("\u001b");
    }

    @Test
    void writesOneLineAFinding() {
        Diagnostics two = new Diagnostics(List.of(
                Diagnostic.warning("QPF-X-001", span(2, 8, 14), "m\u001b[31m", "h"),
                Diagnostic.info("QPF-X-002", span(1, 1, 2), "n\nn", "")));

        assertThat(new ConciseFormat().format(two).lines())
                .containsExactly(
                        "agents/berths.yaml:1:1: info QPF-X-002: n n",
                        "agents/berths.yaml:2:8: warning QPF-X-001: m\ufffd[31m (h)");
    }

    @Test
    void countsFindings() {
        Diagnostic error = Diagnostic.error("QPF-X-001", span(1, 1, 2), "m", "h");
        Diagnostic other = Diagnostic.error("QPF-X-001", span(2, 1, 2), "m", "h");
        Diagnostic info = Diagnostic.info("QPF-X-001", span(1, 1, 2), "m", "h");

        assertThat(FullFormat.summary(new Diagnostics(List.of(error, other, info))))
                .isEqualTo("2 errors, 1 info");
        assertThat(FullFormat.summary(Diagnostics.NONE)).isEqualTo("no findings");
    }

    private static String full(Diagnostic diagnostic) {
        return new FullFormat(false).format(new Diagnostics(List.of(diagnostic)));
    }

    private static Span span(int line, int from, int to) {
        return new Span(FILE, new Position(line, from), new Position(line, to));
    }
}
