package io.qpf.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.collection.Collection;
import io.qpf.collection.Linker;
import io.qpf.collection.Sources;
import io.qpf.collection.Workspace;
import io.qpf.extract.RulePage;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.schema.load.GlueLoader;
import io.qpf.schema.load.MapLoader;
import io.qpf.schema.load.SchemaLoader;
import io.qpf.testing.Example;
import io.qpf.testing.Pages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of each rule's page, looked at by that rule alone, so that a mutant of it is held by one quick test. */
class RulePagesTest {
    static Stream<String> ids() {
        return Rules.ALL.stream().map(it -> it.info().id());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void findsInItsExamplesWhatItsPageSays(String id) {
        Rule rule = Rules.ALL.stream()
                .filter(it -> it.info().id().equals(id))
                .findFirst()
                .orElseThrow();
        RulePage page = RulePage.of(rule.info()).orElseThrow();

        assertThat(findings(rule, page.bad())).isNotEmpty().isEqualTo(page.says());
        assertThat(findings(rule, page.good())).isEmpty();
    }

    private static String findings(Rule rule, String example) {
        return rule.check(Subject.of(linked(Example.files(example)))).stream()
                .map(Pages::described)
                .collect(Collectors.joining());
    }

    private static Collection linked(Map<String, byte[]> files) {
        List<AgentSchema> schemas = new TreeMap<>(files)
                .entrySet().stream()
                        .filter(it -> it.getKey().startsWith("agents/"))
                        .map(it -> SchemaLoader.load(it.getKey(), it.getValue()))
                        .flatMap(it -> it.value().stream())
                        .toList();
        ExtractorMap map = MapLoader.load("extractor-map.yaml", Objects.requireNonNull(files.get("extractor-map.yaml")))
                .value()
                .orElseThrow();
        Optional<Glue> glue = Optional.ofNullable(files.get("glue.yaml"))
                .flatMap(it -> GlueLoader.load("glue.yaml", it).value());
        return Linker.link(new Sources("in", map, glue, schemas), Workspace.EMPTY)
                .value()
                .orElseThrow();
    }
}
