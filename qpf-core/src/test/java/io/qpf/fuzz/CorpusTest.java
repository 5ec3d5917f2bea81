package io.qpf.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input that a fuzzer kept, since it reached what no other one did, is tried again. See {@code benchmarks/fuzz.sh}. */
class CorpusTest {
    private static final Path SEEDS = Path.of("src/test/resources/fuzz");

    private static Consumer<byte[]> target(String name) {
        return switch (name) {
            case "Schema" -> SchemaFuzz::fuzzerTestOneInput;
            case "Map" -> MapFuzz::fuzzerTestOneInput;
            case "Glue" -> GlueFuzz::fuzzerTestOneInput;
            case "Policy" -> PolicyFuzz::fuzzerTestOneInput;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"Schema", "Map", "Glue", "Policy"})
    void holdsForEveryKeptInput(String target) throws IOException {
        List<String> seeds = Files.readAllLines(SEEDS.resolve(target + ".seeds"));

        assertThat(seeds).hasSizeGreaterThan(10);
        for (String seed : seeds) {
            byte[] input = Base64.getDecoder().decode(seed);
            assertThatCode(() -> target(target).accept(input)).as(seed).doesNotThrowAnyException();
        }
    }
}
