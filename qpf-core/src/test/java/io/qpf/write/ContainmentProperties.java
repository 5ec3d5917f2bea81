package io.qpf.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.render.RenderedFile;
import io.qpf.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever a path says and wherever links lead, nothing outside of the output folder changes. */
class ContainmentProperties {
    private Path folder = Path.of("");

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("qpf-containment");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        delete(folder);
    }

    private static void delete(Path top) throws IOException {
        try (var all = Files.walk(top)) {
            for (Path it : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(it);
            }
        }
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> segment = Arbitraries.oneOf(
                Arbitraries.of(
                        "..", ".", "", "a", "A", "out", "link", "loop", "inner", ".qpf", "C:", "~", "…", "a\\..",
                        "\u0000", "COM1"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(4));
        return segment.list().ofMinSize(1).ofMaxSize(5).map(it -> String.join("/", it));
    }

    @Property(tries = 200, seed = Seeds.FIXED)
    void nothingOutsideChanges(@ForAll("paths") String first, @ForAll("paths") String second) throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("a"), "precious");
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.createDirectories(out.resolve("inner"));
        Files.createSymbolicLink(out.resolve("link"), outside);
        Files.createSymbolicLink(out.resolve("loop"), Path.of("../out"));
        Map<String, String> before = outsideTree();

        for (List<RenderedFile> files : List.of(List.of(file(first), file(second)), List.of(file(second)))) {
            TreeWriter.to(out, Trees.overwriting()).write(files);
            assertThat(outsideTree()).isEqualTo(before);
        }
        delete(out);
    }

    private static RenderedFile file(String path) {
        return Trees.module(path, "generated");
    }

    private Map<String, String> outsideTree() throws IOException {
        Map<String, String> all = new TreeMap<>(Trees.tree(folder));
        all.keySet().removeIf(it -> it.startsWith("out/"));
        return all;
    }
}
