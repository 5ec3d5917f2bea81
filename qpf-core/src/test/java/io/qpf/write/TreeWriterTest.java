package io.qpf.write;

import static io.qpf.write.Trees.foundation;
import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.overwriting;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeWriterTest {
    @TempDir
    Path folder;

    Path out;

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("out");
    }

    private Result<WriteReport> write(RenderedFile... files) throws IOException {
        return TreeWriter.to(out, options()).write(List.of(files));
    }

    private static WriteReport done(Result<WriteReport> result) {
        assertThat(result.diagnostics().hasErrors())
                .as("%s", result.diagnostics())
                .isFalse();
        return result.value().orElseThrow();
    }

    private void assertRefused(Result<WriteReport> result, String rule, String message, Map<String, String> before)
            throws IOException {
        assertThat(result.diagnostics().all())
                .extracting(Diagnostic::rule, Diagnostic::message)
                .anySatisfy(it -> {
                    assertThat(it.toList().get(0)).isEqualTo(rule);
                    assertThat(it.toList().get(1).toString()).contains(message);
                });
        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void writesFilesAndLock() throws IOException {
        WriteReport report = done(write(module("L9/a.py", "a\n"), module("L9/sub/b.py", "ü\n")));

        assertThat(report.created()).containsExactly("L9/a.py", "L9/sub/b.py");
        assertThat(tree(out))
                .containsOnlyKeys(
                        "/", ".qpf/", ".qpf/guard", ".qpf/lock.json", "L9/", "L9/a.py", "L9/sub/", "L9/sub/b.py");
        assertThat(out.resolve("L9/sub/b.py")).hasContent("ü\n");
        assertThat(out.resolve(".qpf/lock.json")).hasContent("""
                {
                  "format": 1,
                  "files": [
                    {"path": "L9/a.py", "sha256": "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7", "kind": "module", "template": "origin.py", "agent": "Agent", "keys": ["system"]},
                    {"path": "L9/sub/b.py", "sha256": "%s", "kind": "module", "template": "origin.py", "agent": "Agent", "keys": ["system"]}
                  ]
                }
                """.formatted(io.qpf.source.Sha256.of("ü\n")));
    }

    @Test
    void secondWriteTouchesNothing() throws IOException {
        write(module("L9/a.py", "a\n"), module("L9/b.py", "b\n"));
        Map<Path, FileTime> before = age();

        WriteReport report = done(write(module("L9/a.py", "a\n"), module("L9/b.py", "b\n")));

        assertThat(report.unchanged()).containsExactly("L9/a.py", "L9/b.py");
        assertThat(report.written()).isZero();
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void changeTouchesOnlyItsFileAndTheLock() throws IOException {
        write(module("L9/a.py", "a\n"), module("L9/b.py", "b\n"));
        Map<Path, FileTime> before = age();

        WriteReport report = done(write(module("L9/a.py", "a2\n"), module("L9/b.py", "b\n")));

        assertThat(report.changed()).containsExactly("L9/a.py");
        assertThat(report.unchanged()).containsExactly("L9/b.py");
        assertThat(Files.getLastModifiedTime(out.resolve("L9/b.py"))).isEqualTo(before.get(out.resolve("L9/b.py")));
    }

    /** Gives every file a time long past, so that any touch shows. */
    private Map<Path, FileTime> age() throws IOException {
        for (Path it : times().keySet()) {
            Files.setLastModifiedTime(it, FileTime.fromMillis(1_000_000_000_000L));
        }
        return times();
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (var all = Files.walk(out)) {
            for (Path it : all.toList()) {
                times.put(it, Files.getLastModifiedTime(it));
            }
        }
        return times;
    }

    @Test
    void removesWhatIsNoLongerPlannedAndFoldersThatBecomeEmpty() throws IOException {
        write(module("L9/a.py", "a\n"), module("L9/gone/deep/b.py", "b\n"), module("L9/kept/c.py", "c\n"));
        Files.writeString(out.resolve("L9/kept/mine.txt"), "mine");

        WriteReport report = done(write(module("L9/a.py", "a\n")));

        assertThat(report.removed()).containsExactly("L9/gone/deep/b.py", "L9/kept/c.py");
        assertThat(tree(out))
                .containsOnlyKeys(
                        "/", ".qpf/", ".qpf/guard", ".qpf/lock.json", "L9/", "L9/a.py", "L9/kept/", "L9/kept/mine.txt");
    }

    @Test
    void fileAndFolderCanChangePlaces() throws IOException {
        write(module("L9/a", "file\n"), module("L9/b/c.py", "c\n"));

        done(write(module("L9/a/x.py", "x\n"), module("L9/b", "file\n")));

        assertThat(out.resolve("L9/a/x.py")).hasContent("x\n");
        assertThat(out.resolve("L9/b")).hasContent("file\n");
    }

    @Test
    void fileDeletedByHandComesBack() throws IOException {
        write(module("L9/a.py", "a\n"));
        Files.delete(out.resolve("L9/a.py"));

        assertThat(done(write(module("L9/a.py", "a\n"))).created()).containsExactly("L9/a.py");
        assertThat(out.resolve("L9/a.py")).hasContent("a\n");
    }

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

    @Test
    void folderThatLinksOutIsRefused() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve("L9"), elsewhere);

        assertRefused(write(module("L9/sub/a.py", "a\n")), "QPF-OUT-004", "written outside of out", tree(folder));
    }

    @Test
    void ownFolderThatLinksOutIsRefused() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createDirectories(out);
        Files.createSymbolicLink(out.resolve(".qpf"), elsewhere);

        assertRefused(write(module("L9/a.py", "a\n")), "QPF-OUT-004", "written outside of out", tree(folder));
    }

    @Test
    void outputFolderMayBeALinkAndALinkMayStayInside() throws IOException {
        Files.createDirectories(folder.resolve("real/inner"));
        Files.createSymbolicLink(out, folder.resolve("real"));
        Files.createSymbolicLink(out.resolve("L9"), Path.of("inner"));

        done(write(module("L9/a.py", "a\n")));

        assertThat(folder.resolve("real/inner/a.py")).hasContent("a\n");
    }

    @Test
    void everyBadPathIsNamedAndNothingIsWritten() throws IOException {
        Result<WriteReport> result = write(
                module("../a.py", ""),
                module("/a.py", ""),
                module("L9/../../a.py", ""),
                module("L9\\a.py", ""),
                module("C:/a.py", ""),
                module(".QPF/lock.json", ""),
                module("L9//a.py", ""),
                module("", ""),
                module("ok.py", ""));

        assertThat(result.diagnostics().all())
                .extracting(Diagnostic::rule)
                .hasSize(8)
                .containsOnly("QPF-OUT-001");
        assertThat(tree(folder)).containsOnlyKeys("/");
    }

    @Test
    void pathsThatMeetOnSomeFileSystemAreRefused() throws IOException {
        Result<WriteReport> result =
                write(module("L9/Read.py", ""), module("L9/read.py", ""), module("L9/x", ""), module("L9/x/y.py", ""));

        assertThat(result.diagnostics().all())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "L9/read.py and L9/Read.py collide: the first differs only in case",
                        "L9/x/y.py and L9/x collide: the first needs a folder where the other is a file");
        assertThat(tree(folder)).containsOnlyKeys("/");
    }

    @Test
    void foldersThatDifferInCaseAreRefused() throws IOException {
        assertThat(write(module("L9/Sub/a.py", ""), module("L9/sub/b.py", ""))
                        .diagnostics()
                        .all())
                .extracting(Diagnostic::message)
                .containsExactly("L9/sub/b.py and L9/Sub/ collide: the first differs only in case");
    }

    @Test
    void carriageReturnIsRefused() throws IOException {
        assertRefused(write(module("L9/a.py", "a\r\n")), "QPF-OUT-002", "carriage return", tree(folder));
    }

    @Test
    void lockThatCannotBeReadIsRefused() throws IOException {
        write(module("L9/a.py", "a\n"));
        for (String broken : List.of(
                "",
                "[]",
                "{",
                "{\"format\": 2, \"files\": []}",
                "{\"format\": 1}",
                "{\"format\": 1, \"files\": [{\"path\": \"../../x\", \"sha256\": \"\"}]}")) {
            Files.writeString(out.resolve(".qpf/lock.json"), broken);
            assertRefused(write(module("L9/a.py", "b\n")), "QPF-OUT-007", "the lock cannot be read", tree(folder));
        }
    }

    @Test
    void folderInPlaceOfAFileIsRefused() throws IOException {
        Files.createDirectories(out.resolve("L9/a.py"));

        assertRefused(write(module("L9/a.py", "a\n")), "QPF-OUT-005", "a folder is in its place", tree(folder));
    }

    @Test
    void fileInPlaceOfTheOutputFolderIsRefused() throws IOException {
        Files.writeString(out, "mine");

        assertRefused(write(module("L9/a.py", "a\n")), "QPF-OUT-005", "out is to be the output folder", tree(folder));
    }

    @Test
    void previewChangesNothing() throws IOException {
        write(module("L9/a.py", "a\n"), module("L9/b.py", "b\n"), module("L9/c.py", "c\n"));
        Map<String, String> before = tree(folder);

        WriteReport report = done(TreeWriter.to(out, options())
                .preview(List.of(module("L9/a.py", "a\n"), module("L9/b.py", "b2\n"), module("L9/d.py", "d\n"))));

        assertThat(report)
                .isEqualTo(new WriteReport(
                        List.of("L9/d.py"),
                        List.of("L9/b.py"),
                        List.of("L9/a.py"),
                        List.of("L9/c.py"),
                        List.of(),
                        List.of()));
        assertThat(tree(folder)).isEqualTo(before);
    }
}
