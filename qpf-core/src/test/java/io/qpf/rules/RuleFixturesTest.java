package io.qpf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.Yaml;
import io.qpf.testing.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page is too short for: each rule with a fixture finds all that it plants, at its place, and nothing in the clean one. */
final class RuleFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/qpf/rules");

    static List<String> rules() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsWhatIsPlanted(String id) throws IOException {
        Path expected = FIXTURES.resolve(id).resolve("finding.expected");
        String found = findings(id, "finding.yaml");
        if (Boolean.getBoolean("qpf.updateGoldens")) {
            Files.writeString(expected, found);
            throw new AssertionError("rewritten: look at the difference, then run without -Dqpf.updateGoldens");
        }
        assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesTheCleanOneAlone(String id) throws IOException {
        assertThat(findings(id, "clean.yaml")).isEmpty();
    }

    private static String findings(String id, String file) throws IOException {
        Rule rule = Rules.ALL.stream()
                .filter(it -> it.info().id().equals(id))
                .findFirst()
                .orElseThrow();
        String text = Files.readString(FIXTURES.resolve(id).resolve(file));
        Subject subject = Subject.of(Yaml.of(text).link().value().orElseThrow());
        return rule.check(subject).stream().map(Pages::described).collect(Collectors.joining());
    }
}
