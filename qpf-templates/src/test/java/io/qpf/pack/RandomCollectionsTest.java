package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random collections become Python that compiles and that the real black and isort leave alone. */
class RandomCollectionsTest {
    private static final int COLLECTIONS = 40;
    private static final int TRIED_WHOLE = 2;

    @TempDir
    Path temp = Path.of("");

    @Test
    void compileAndStayAsTheyAre() throws IOException {
        RealTools tools = RealTools.get();
        for (int seed = 0; seed < COLLECTIONS; seed++) {
            Path tree = extracted(seed);
            dropFoundation(tree);
            tools.passes(tree, "isort", "--check-only", "--diff", "--quiet", ".");
        }
        Path trees = temp.resolve("out");
        tools.passes(trees, "compileall", "-q", ".");
        tools.passes(trees, "black", "--check", "--diff", "--quiet", "--line-length=88", "--target-version=py311", ".");
    }

    @Test
    void passTheirOwnTestsAndTypes() throws IOException {
        RealTools tools = RealTools.get();
        for (int seed = COLLECTIONS; seed < COLLECTIONS + TRIED_WHOLE; seed++) {
            Path tree = extracted(seed);
            tools.passes(tree, "mypy");
            tools.passes(tree, "pytest", "-q", "-x", "--ignore-glob=*/tests/foundation/*");
        }
    }

    private Path extracted(int seed) throws IOException {
        Path input = temp.resolve("in/" + seed);
        Path tree = temp.resolve("out/" + seed);
        RandomCollection.write(seed, input);
        Extraction.extract(input, tree, input.resolve("none"), 2);
        assertThat(tree.resolve("pyproject.toml")).exists();
        return tree;
    }

    /** The foundation is the same in every tree; it is checked once, elsewhere. */
    private static void dropFoundation(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                String below = tree.relativize(path).toString().replace('\\', '/');
                String inRoot = below.substring(below.indexOf('/') + 1);
                if (Files.exists(
                        Path.of("src/main/resources/qpf/pack/foundation").resolve(inRoot))) {
                    Files.delete(path);
                }
            }
        }
    }
}
