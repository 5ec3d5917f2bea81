package io.qpf.write;

import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A write makes what is planned, and touches and takes away nothing else. */
class TreeWriterTest extends OneOutput {
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
