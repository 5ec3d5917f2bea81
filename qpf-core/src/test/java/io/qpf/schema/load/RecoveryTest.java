package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One bad section never hides the errors of the others, and one cause gives one error. */
class RecoveryTest {
    private static final Path MISTAKES = Path.of("src/test/resources/load/schema/twenty-mistakes.yaml");

    /** The golden beside the file holds each place; here only that there are as many findings as mistakes. */
    @Test
    void findsTwentyMistakesInOneRun() throws IOException {
        Diagnostics found =
                SchemaLoader.load("berths.yaml", Files.readAllBytes(MISTAKES)).diagnostics();

        assertThat(found.all()).hasSize(20);
        assertThat(found.all()).extracting(Diagnostic::rule).doesNotHaveDuplicates();
    }

    @Test
    void readsOnBehindABrokenSection() {
        assertThat(places("""
                wirings:
                  - {from_agent: Main, to_agent: Scorer
                governance_harmonization:
                  anchors: {}
                """)).containsExactly("2 QPF-SYN-009", "4 QPF-TYP-001");
    }

    @Test
    void doesNotMissWhatItBlankedOut() {
        assertThat(places("""
                wirings: here: there
                externals:
                  - [Who is it?]
                """)).containsExactly("1 QPF-SYN-005", "3 QPF-SYN-010");
    }

    @Test
    void endsWhereNothingIsLeft() {
        assertThat(places("\"\n")).containsExactly("1 QPF-SYN-008");
        assertThat(places("a: [\nb: [\nc: [\n")).containsExactly("1 QPF-SYN-009", "2 QPF-SYN-009", "3 QPF-SYN-009");
    }

    private static List<String> places(String glue) {
        return GlueLoader.load(new SourceFile("glue.yaml", glue)).diagnostics().all().stream()
                .map(it -> it.span().start().line() + " " + it.rule())
                .toList();
    }
}
