package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import org.junit.jupiter.api.Test;

/** Names lead to agents, wirings to modules, and whatever leads nowhere is reported at its place. */
final class LinkerTest {
    private static final String TWO = """
            === agents/scorer.yaml
            name: TensorScorer
            === agents/main.yaml
            name: MainAgent
            """;

    @Test
    void linksASmallCollectionWithoutAWord() {
        Result<Collection> result = Yaml.of(TWO).link();

        assertThat(result.diagnostics().all()).isEmpty();
        Collection collection = result.value().orElseThrow();
        assertThat(collection.name()).isEqualTo("qpf");
        assertThat(collection.root()).isEqualTo("acme");
        assertThat(collection.agents())
                .extracting(Agent::name, Agent::order, Agent::packagePath, Agent::port)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("TensorScorer", 1, "acme/agents/scorer", 8000),
                        org.assertj.core.groups.Tuple.tuple("MainAgent", 2, "acme/agents/main", 8001));
    }
}
