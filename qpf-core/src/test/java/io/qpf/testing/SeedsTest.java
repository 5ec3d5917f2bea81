package io.qpf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No property draws its seed by chance: a build that fails today and passes tomorrow tells nobody anything. */
class SeedsTest {
    @Test
    void everyPropertyBeginsAtTheFixedSeed() throws IOException {
        List<String> properties = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            for (Path source :
                    sources.filter(it -> it.toString().endsWith(".java")).toList()) {
                Files.readString(source)
                        .lines()
                        .filter(it -> it.strip().startsWith("@Property"))
                        .forEach(it -> properties.add(source.getFileName() + ":" + it.strip()));
            }
        }
        assertThat(properties).hasSizeGreaterThan(5).allMatch(it -> it.contains("seed = Seeds.FIXED"));
    }
}
