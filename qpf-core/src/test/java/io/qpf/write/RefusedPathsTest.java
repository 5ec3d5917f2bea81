package io.qpf.write;

import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be written safely is said before anything is touched. */
class RefusedPathsTest extends OneOutput {
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
}
