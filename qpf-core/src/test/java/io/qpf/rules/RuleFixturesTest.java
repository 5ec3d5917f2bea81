package io.qpf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.Yaml;
import io.qpf.testing.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page is too short for: each rule with a fixture finds all that it plants, at its place, and nothing in the clean one. */
final class RuleFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/qpf/rules");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(it -> it.toString().endsWith(".yaml"))
                    .map(it -> FIXTURES.relativize(it).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** A case whose name begins with {@code clean} has nothing to be found; another one has what is found beside it. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsPlantedAndNothingElse(String file) throws IOException {
        String found = findings(file.substring(0, file.indexOf('/')), file);
        if (FIXTURES.resolve(file).getFileName().toString().startsWith("clean")) {
            assertThat(found).isEmpty();
            return;
        }
        Path expected = FIXTURES.resolve(file.replace(".yaml", ".expected"));
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            boolean same = Files.exists(expected) && Files.readString(expected).equals(found);
            Files.writeString(expected, found);
            assertThat(same).as("%s was written anew: look at it", expected).isTrue();
        }
        assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
    }

    @Test
    void everyFolderIsOfARuleAndHoldsBothKinds() throws IOException {
        Map<String, List<String>> folders =
                cases().stream().collect(Collectors.groupingBy(it -> it.substring(0, it.indexOf('/'))));

        assertThat(Rules.ALL).extracting(it -> it.info().id()).containsAll(folders.keySet());
        folders.forEach((id, cases) -> {
            assertThat(cases).as(id).anyMatch(it -> it.contains("/clean"));
            assertThat(cases).as(id).anyMatch(it -> it.contains("/finding"));
        });
    }

    private static String findings(String id, String file) throws IOException {
        Rule rule = Rules.ALL.stream()
                .filter(it -> it.info().id().equals(id))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(FIXTURES.resolve(file));
        Subject subject = Subject.of(Yaml.of(text).link().value().orElseThrow());
        return rule.check(subject).stream().map(Pages::described).collect(Collectors.joining());
    }
}
