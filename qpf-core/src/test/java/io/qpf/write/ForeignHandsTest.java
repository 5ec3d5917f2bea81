package io.qpf.write;

import static io.qpf.write.Trees.foundation;
import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.overwriting;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people wrote or changed is linked, reported or overwritten on request, and never lost without a word. */
class ForeignHandsTest extends OneOutput {
    @Test
    void foreignFileIsNeverOverwritten() throws IOException {
        Files.createDirectories(out.resolve("L9"));
        Files.writeString(out.resolve("L9/a.py"), "mine\n");
        Map<String, String> before = tree(folder);

        Result<WriteReport> result = write(module("L9/a.py", "a\n"), module("L9/b.py", "b\n"));

        assertRefused(result, "QPF-OUT-005", "L9/a.py was not written by QPF", before);
        Result<WriteReport> forced = TreeWriter.to(out, overwriting()).write(List.of(module("L9/a.py", "a\n")));
        assertRefused(forced, "QPF-OUT-005", "L9/a.py was not written by QPF", before);
    }

    @Test
    void equalForeignFileIsLinkedAndNotClaimed() throws IOException {
        Files.createDirectories(out.resolve("L9"));
        Files.writeString(out.resolve("L9/__init__.py"), "");

        assertThat(done(write(module("L9/__init__.py", ""), module("L9/b.py", "b\n")))
                        .linked())
                .containsExactly("L9/__init__.py");
        assertThat(done(write(module("L9/b.py", "b\n"))).removed()).isEmpty();
        assertThat(out.resolve("L9/__init__.py")).exists();
    }

    @Test
    void foundationOfTheWorkspaceIsLinkedAndItsContractChecked() throws IOException {
        Files.createDirectories(out.resolve("L9/core"));
        Files.writeString(out.resolve("L9/core/events.py"), "class Mine: ...\n");
        WriteOptions options = new WriteOptions(
                "out",
                false,
                (planned, existing) -> List.of(Diagnostic.warning(
                        "QPF-X",
                        existing.start(),
                        planned.path() + " lacks what " + existing.text().strip() + " is for",
                        "")));

        Result<WriteReport> result =
                TreeWriter.to(out, options).write(List.of(foundation("L9/core/events.py", "class Bus: ...\n")));

        assertThat(done(result).linked()).containsExactly("L9/core/events.py");
        assertThat(result.diagnostics().all())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.message()).isEqualTo("L9/core/events.py lacks what class Mine: ... is for"));
        assertThat(tree(out)).containsOnlyKeys("/", "L9/", "L9/core/", "L9/core/events.py");
        assertThat(out.resolve("L9/core/events.py")).hasContent("class Mine: ...\n");
    }

    @Test
    void handEditIsReportedWithADiffAndKept() throws IOException {
        write(module("L9/a.py", "one\ntwo\nthree\n"));
        Files.writeString(out.resolve("L9/a.py"), "one\n2\nthree\n");
        Map<String, String> before = tree(folder);

        Result<WriteReport> result = write(module("L9/a.py", "one\ntwo\nthree\n"), module("L9/b.py", "b\n"));

        assertRefused(result, "QPF-OUT-006", "L9/a.py was edited by hand", before);
        assertThat(result.diagnostics().all()).singleElement().satisfies(it -> {
            assertThat(it.span()).hasToString("out/L9/a.py:2:1");
            assertThat(it.hint()).contains("schema").contains("-Dqpf.overwrite=true");
        });
        assertThat(result.value().orElseThrow().drifted())
                .containsExactly(new Drift("L9/a.py", 2, "@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n"));
    }

    @Test
    void handEditIsOverwrittenOnRequest() throws IOException {
        write(module("L9/a.py", "a\n"), module("L9/stale.py", "s\n"));
        Files.writeString(out.resolve("L9/a.py"), "mine\n");
        Files.writeString(out.resolve("L9/stale.py"), "mine\n");

        WriteReport report = done(TreeWriter.to(out, overwriting()).write(List.of(module("L9/a.py", "a\n"))));

        assertThat(report.drifted()).extracting(Drift::path).containsExactly("L9/a.py", "L9/stale.py");
        assertThat(out.resolve("L9/a.py")).hasContent("a\n");
        assertThat(out.resolve("L9/stale.py")).doesNotExist();
    }

    @Test
    void editedFileThatIsNoLongerPlannedIsDrift() throws IOException {
        write(module("L9/a.py", "a\n"));
        Files.writeString(out.resolve("L9/a.py"), "mine\n");

        assertRefused(write(), "QPF-OUT-006", "L9/a.py was edited by hand", tree(folder));
    }

    @Test
    void editThatEqualsThePlanIsTakenOver() throws IOException {
        write(module("L9/a.py", "a\n"));
        Files.writeString(out.resolve("L9/a.py"), "a2\n");

        assertThat(done(write(module("L9/a.py", "a2\n"))).unchanged()).containsExactly("L9/a.py");
        Files.writeString(out.resolve("L9/a.py"), "a3\n");
        assertThat(write(module("L9/a.py", "a2\n")).diagnostics().hasErrors()).isTrue();
    }

    @Test
    void linkInPlaceOfAGeneratedFileIsDriftAndNeverWrittenThrough() throws IOException {
        write(module("L9/a.py", "a\n"));
        Path target = Files.writeString(folder.resolve("elsewhere.py"), "precious\n");
        Files.delete(out.resolve("L9/a.py"));
        Files.createSymbolicLink(out.resolve("L9/a.py"), target);

        assertRefused(write(module("L9/a.py", "a\n")), "QPF-OUT-006", "edited by hand", tree(folder));
        done(TreeWriter.to(out, overwriting()).write(List.of(module("L9/a.py", "a\n"))));
        assertThat(target).hasContent("precious\n");
        assertThat(Files.isRegularFile(out.resolve("L9/a.py"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }
}
