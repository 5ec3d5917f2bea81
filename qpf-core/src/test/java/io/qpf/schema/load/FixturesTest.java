package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file below {@code load/} has its findings beside it, with line and column. With {@code -Dqpf.updateGoldens} the
 * findings are written anew, and the test fails, so that somebody looks at them.
 */
class FixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/load");

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void findsWhatIsExpected(Path fixture) throws IOException {
        Path golden = Path.of(fixture.toString().replaceFirst("yaml$", "expected"));
        String found = render(load(fixture, Files.readAllBytes(fixture)));
        if (System.getProperty("qpf.updateGoldens") != null) {
            boolean same = Files.exists(golden) && Files.readString(golden).equals(found);
            Files.writeString(golden, found);
            assertThat(same).as("%s was written anew: look at it", golden).isTrue();
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    static Result<?> load(Path fixture, byte[] bytes) {
        String name = fixture.getFileName().toString();
        return switch (fixture.getName(fixture.getNameCount() - 2).toString()) {
            case "schema" -> SchemaLoader.load(name, bytes);
            case "map" -> MapLoader.load(name, bytes);
            case "glue" -> GlueLoader.load(name, bytes);
            default -> DatumReader.read(name, bytes);
        };
    }

    private static String render(Result<?> result) {
        String value = result.value().isPresent() ? "value\n" : "no value\n";
        return value
                + result.diagnostics().all().stream().map(FixturesTest::render).collect(Collectors.joining());
    }

    private static String render(Diagnostic it) {
        String hint = it.hint().isBlank() ? "" : "    " + it.hint() + "\n";
        String related = it.related().stream()
                .map(other -> "    " + other.span().start() + " " + other.message() + "\n")
                .collect(Collectors.joining());
        return it.span().start() + "-" + it.span().end() + " " + it.severity().word() + " " + it.rule() + " "
                + it.message() + "\n" + related + hint;
    }
}
