package io.qpf.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qpf.write.WriteReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the goals say, with colour and without. */
class OutputTextsTest {
    @Test
    void treeShowsFoldersWithCounts() {
        String tree = OutputTree.of(List.of(
                        "L9/a.py", "L9/core/b.py", "L9/core/x/c.py", "L9/core/x/deep/d.py", "docs/e.md", "README.md"))
                .draw("out", new Style(false));

        assertThat(tree.lines().map(it -> it.replaceAll(" {2,}(?=\\d)", " ")))
                .containsExactly(
                        "out", "├─ L9/ 4 files", "│  └─ core/ 3 files", "│     └─ x/ 2 files", "└─ docs/ 1 file");
    }

    /** Whoever searches a plan for a file must not miss it because there are many. */
    @Test
    void planNamesEveryFile() {
        List<String> files =
                IntStream.range(0, 500).mapToObj(it -> "L9/f" + it + ".py").toList();
        WriteReport report =
                new WriteReport(files, List.of("L9/a.py"), List.of(), List.of("L9/old.py"), List.of(), List.of());

        String text = new PlanSummary(new Style(false), "out").changes(report);

        assertThat(text.lines().filter(it -> it.startsWith("  new     ")).map(it -> it.substring(10)))
                .isEqualTo(files);
        assertThat(text.lines())
                .hasSize(504)
                .contains("  changed L9/a.py", "  stale   L9/old.py")
                .endsWith("plan: 500 new, 1 changed, 1 stale, 0 unchanged; mvn qpf:extract carries it out");
    }

    @Test
    void colourIsAskedForByParameterThenByMavenThenByTheTerminal() {
        Map<String, String> none = Map.of();
        assertThat(Style.of("always", "never", false, none).colour()).isTrue();
        assertThat(Style.of("never", "always", true, none).colour()).isFalse();
        assertThat(Style.of("auto", "always", false, none).colour()).isTrue();
        assertThat(Style.of("auto", "never", true, none).colour()).isFalse();
        assertThat(Style.of("auto", "auto", true, none).colour()).isTrue();
        assertThat(Style.of("auto", "auto", false, none).colour()).isFalse();
        assertThat(Style.of("auto", "auto", true, Map.of("NO_COLOR", "")).colour())
                .isFalse();
        assertThat(Style.of("auto", "auto", true, Map.of("TERM", "dumb")).colour())
                .isFalse();
        assertThatThrownBy(() -> Style.of("blue", "auto", true, none))
                .hasMessage("qpf.color is always, never or auto, and not \"blue\"");
    }

    @Test
    void colourlessStyleChangesNothing() {
        assertThat(new Style(false).strong("x")).isEqualTo("x");
        assertThat(new Style(true).strong("x")).isEqualTo("\u001b[1mx\u001b[0m");
    }
}
