package io.qpf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.LinkRule;
import io.qpf.policy.PolicyRule;
import io.qpf.schema.load.LoadRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of rules is whole, sorted and documented. */
final class RulesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/qpf/rules");

    @Test
    void listsEveryRuleOfThePackage() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> classes = files.filter(RulesTest::isRule)
                    .map(it -> it.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(Rules.ALL.stream()
                            .map(it -> it.getClass().getSimpleName())
                            .sorted())
                    .containsExactlyElementsOf(classes);
        }
    }

    private static boolean isRule(Path file) {
        try {
            return Files.readString(file).contains(" implements Rule ");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    @Test
    void keepsIdsSortedAndUnique() {
        List<String> ids = Rules.ALL.stream().map(it -> it.info().id()).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();

        List<String> all = new ArrayList<>(ids);
        Stream.of(PolicyRule.values()).map(PolicyRule::id).forEach(all::add);
        Stream.of(LoadRule.values()).map(LoadRule::id).forEach(all::add);
        Stream.of(LinkRule.values()).map(LinkRule::id).forEach(all::add);
        assertThat(all).doesNotHaveDuplicates().allMatch(it -> it.matches("QPF-[A-Z]{3}-\\d{3}"));
    }

    @Test
    void keepsRulesShort() throws IOException {
        for (Rule rule : Rules.ALL) {
            Path file = SOURCES.resolve(rule.getClass().getSimpleName() + ".java");
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(120);
        }
    }
}
