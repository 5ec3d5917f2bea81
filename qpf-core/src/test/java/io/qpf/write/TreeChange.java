package io.qpf.write;

import static io.qpf.write.Trees.module;
import static io.qpf.write.Trees.options;
import static io.qpf.write.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** A tree that changes in all ways at once, for tests in which something happens in the midst of it. */
abstract class TreeChange {
    static final List<RenderedFile> OLD = List.of(
            module("L9/same.py", "same\n"),
            module("L9/changed.py", "old\n"),
            module("L9/gone/deep/stale.py", "stale\n"),
            module("L9/turns", "file\n"),
            module("L9/back/b.py", "b\n"));
    static final List<RenderedFile> NEW = List.of(
            module("L9/same.py", "same\n"),
            module("L9/changed.py", "new\n"),
            module("L9/fresh/deep/new.py", "fresh\n"),
            module("L9/turns/into.py", "folder\n"),
            module("L9/back", "file\n"));
    static final List<RenderedFile> NEWER = List.of(module("L9/changed.py", "newer\n"));

    @TempDir
    Path folder;

    static TreeWriter writer(Path out, Disk disk) throws IOException {
        return TreeWriter.to(out, options(), disk, Duration.ofSeconds(5));
    }

    /** A tree of the old files, and one that somebody else put there. */
    Path oldTree(String name) throws IOException {
        Path out = folder.resolve(name);
        assertThat(writer(out, Disk.REAL).write(OLD).diagnostics().all()).isEmpty();
        Files.writeString(out.resolve("L9/mine.txt"), "mine\n");
        return out;
    }

    /** The tree that these files make of the old one. */
    Map<String, String> treeOf(List<RenderedFile> files) throws IOException {
        Path out = oldTree("reference-" + files.hashCode());
        assertThat(writer(out, Disk.REAL).write(files).diagnostics().all()).isEmpty();
        return tree(out);
    }
}
