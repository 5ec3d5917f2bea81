package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas and steps meet, and names lead to agents. */
final class LinkerTest {
    private static final String TWO = """
            === agents/tensor_scorer.yaml
            name: TensorScorer
            system: The Scoring Service
            === agents/main.yaml
            name: MainAgent
            """;

    @Test
    void linksASmallCollectionWithoutAWord() {
        Result<Collection> result = Yaml.of(TWO).link();

        assertThat(result.diagnostics().all()).isEmpty();
        Collection collection = result.value().orElseThrow();
        assertThat(collection.name()).isEqualTo("acme");
        assertThat(collection.root()).isEqualTo("acme");
        assertThat(collection.agents())
                .extracting(Agent::name, Agent::order, Agent::packagePath, Agent::port)
                .containsExactly(
                        Tuple.tuple("TensorScorer", 1, "acme/agents/tensor_scorer", 8000),
                        Tuple.tuple("MainAgent", 2, "acme/agents/main", 8001));
    }

    /** Once for each name, at its first place; reports know an agent by the name of its schema alone. */
    @Test
    void thresholdsAreForAgentsThatAreThere() {
        Result<Collection> result = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScorer, schema_file: agents/tensor_scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                gates:
                  agents:
                    mainagent: {coverage: 85}
                    TensorScorre: {coverage: 85, pylint: 9}
                """).link();

        assertThat(result.diagnostics().all())
                .extracting(Diagnostic::rule, it -> it.span().start().toString(), Diagnostic::message)
                .containsExactly(Tuple.tuple("QPF-DEP-001", "8:5", "`TensorScorre` is no agent of this collection"));
        assertThat(result.diagnostics().all().get(0).hint())
                .startsWith("did you mean `TensorScorer`? Otherwise write the name of its schema");
    }

    @ParameterizedTest
    @CsvSource({
        "TensorScorer, TensorScorer",
        "tensor scorer, TensorScorer",
        "Tensor_Scorer, TensorScorer",
        "The Scoring Service, TensorScorer",
        "acme/agents/tensor_scorer, TensorScorer",
        "acme/agents/tensor_scorer/, TensorScorer",
        "m_tensor_scorer, TensorScorer",
        "tensor_scorer.yaml, TensorScorer",
        "Scorer, TensorScorer",
        "Main, MainAgent",
        "Main Agent Service, MainAgent",
        "Grader, TensorScorer"
    })
    void findsAnAgentByManyNames(String name, String agent) {
        Result<Collection> result = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScorer, schema_file: agents/tensor_scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                aliases:
                  Grader: TensorScorer
                """).link();

        assertThat(AgentNames.of(result.value().orElseThrow()).find(name))
                .isInstanceOfSatisfying(
                        AgentNames.Match.Found.class,
                        it -> assertThat(it.agent().name()).isEqualTo(agent));
    }

    @Test
    void ordersByTheKeysOfTheSequence() {
        Result<Collection> result = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    7: {agent: The Scorer of old, schema_file: elsewhere/tensor_scorer.yaml}
                    2: {agent: Main}
                dependency_graph:
                  edges:
                    - Main -> The Scorer of old
                """).link();

        assertThat(Yaml.described(result.diagnostics())).isEmpty();
        assertThat(result.value().orElseThrow().agents())
                .extracting(Agent::name)
                .containsExactly("MainAgent", "TensorScorer");
        assertThat(result.value().orElseThrow().hardEdges()).singleElement().satisfies(edge -> {
            assertThat(edge.before().name()).isEqualTo("MainAgent");
            assertThat(edge.after().name()).isEqualTo("TensorScorer");
        });
    }

    @Test
    void reportsEveryDoubtAboutTheSequence() {
        List<String> findings = Yaml.of(TWO + """
                === agents/forgotten.yaml
                name: Forgotten
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScorer, schema_file: agents/main.yaml}
                    2: {agent: Main, schema_file: agents/main.yaml}
                    3: {agent: Nobody, schema_file: agents/nobody.yaml}
                    4: {agent: TensorScorer, schema_file: gone.yaml}
                dependency_graph:
                  edges:
                    - Main -> Scorers
                    - TensorScorer ->> Mian
                aliases:
                  Ghost: TensorSpook
                """).findings();

        assertThat(findings)
                .containsExactly(
                        "agents/forgotten.yaml:1:7 error QPF-DEP-004",
                        "map.yaml:3:16 error QPF-DEP-010",
                        "map.yaml:4:16 error QPF-DEP-006",
                        "map.yaml:5:37 error QPF-DEP-003",
                        "map.yaml:6:43 warning QPF-DEP-009",
                        "map.yaml:9:15 error QPF-DEP-001",
                        "map.yaml:10:24 error QPF-DEP-001",
                        "map.yaml:12:10 error QPF-DEP-001");
    }

    @Test
    void nameThatIsASlipAwayIsOneFinding() {
        Result<Collection> byFile = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScrer, schema_file: agents/tensor_scorer.yaml}
                    2: {agent: The one in the middle, schema_file: agents/main.yaml}
                """).link();
        Result<Collection> byName = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScrer}
                    2: {agent: MainAgent}
                """).link();

        assertThat(byFile.diagnostics().all()).singleElement().satisfies(it -> {
            assertThat(it.span() + " " + it.rule()).isEqualTo("map.yaml:3:16 QPF-DEP-021");
            assertThat(it.hint()).startsWith("did you mean `TensorScorer`?");
            assertThat(it.related())
                    .singleElement()
                    .satisfies(other -> assertThat(other.span().toString()).isEqualTo("agents/tensor_scorer.yaml:1:7"));
            assertThat(it.fix()).isPresent();
        });
        assertThat(byName.diagnostics().all()).singleElement().satisfies(it -> {
            assertThat(it.span() + " " + it.rule()).isEqualTo("map.yaml:3:16 QPF-DEP-003");
            assertThat(it.hint()).startsWith("did you mean `TensorScorer`?");
        });
    }

    @Test
    void listsTheCandidatesOfAnAmbiguousName() {
        Result<Collection> result = Yaml.of("""
                        === agents/a_adapter.yaml
                        name: PlasticsAdapter
                        === agents/b_adapter.yaml
                        name: MetalsAdapter
                        === map.yaml
                        extraction_sequence:
                          order:
                            1: {agent: PlasticsAdapter, schema_file: agents/a_adapter.yaml}
                            2: {agent: MetalsAdapter, schema_file: agents/b_adapter.yaml}
                        dependency_graph:
                          edges:
                            - Adapter -> MetalsAdapter
                        """).link();

        assertThat(result.diagnostics().all())
                .singleElement()
                .extracting(Diagnostic::message)
                .isEqualTo("`Adapter` fits several agents: PlasticsAdapter (acme/agents/a_adapter), MetalsAdapter"
                        + " (acme/agents/b_adapter)");
    }

    @Test
    void suggestsTheNearestName() {
        Result<Collection> result = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScorer, schema_file: agents/tensor_scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                dependency_graph:
                  edges:
                    - TensorScorer -> MainAgnet
                """).link();

        assertThat(result.diagnostics().all())
                .singleElement()
                .extracting(Diagnostic::hint)
                .isEqualTo("did you mean `MainAgent`? Otherwise add its schema, or `MainAgnet: <agent>` under aliases;"
                        + " the agents are TensorScorer, MainAgent");
    }

    @Test
    void takesTheOrderOfFilesWithoutASequence() {
        Result<Collection> result = Yaml.of(TWO + "=== map.yaml\nextraction_sequence: {order: {}}\n")
                .link();

        assertThat(Yaml.described(result.diagnostics())).containsExactly("map.yaml:1:1 warning QPF-DEP-005");
        assertThat(result.value().orElseThrow().agents()).hasSize(2);
    }

    @Test
    void refusesAnEleventhAgentWhereTheSequenceNamesIt() {
        StringBuilder text = new StringBuilder();
        for (int number = 1; number <= 12; number++) {
            text.append("=== agents/a")
                    .append(number)
                    .append(".yaml\nname: Agent")
                    .append((char) ('A' + number))
                    .append("\n");
        }

        assertThat(Yaml.of(text.toString()).findings()).containsExactly("map.yaml:34:14 error QPF-DEP-007");
    }

    @Test
    void wantsOneRootForAll() {
        assertThat(Yaml.of(TWO + "=== agents/c.yaml\nname: Cee\nrootpath: other/c\n")
                        .findings())
                .containsExactly("agents/c.yaml:2:11 error QPF-CON-002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            manifests_root: L9/manifests/trade_ecosystem/ | trade_ecosystem
            logging_root: L9/logs/Trade Ecosystem         | trade_ecosystem
            manifests_root: L9/manifests/                 | acme
            monitoring_root: L9/monitoring/x              | acme
            manifests_root: L9/manifests/24h              | n24h
            """)
    void namesTheEcosystem(String setting, String name) {
        Result<Collection> result = Yaml.of(TWO + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: TensorScorer, schema_file: agents/tensor_scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                shared_configuration:
                """ + "  " + setting + "\n").link();

        assertThat(result.value().orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void looksForWhatAgentsConnectTo() {
        Yaml yaml = Yaml.of("""
                        === agents/a.yaml
                        name: Aye
                        integration:
                          connectto:
                            - acme/core
                            - acme/agents/b/controller.py
                            - acme/agents/*
                            - Bee
                            - acme/gone.py
                            - acme/core/events
                          shareddomains: []
                        cursorinstructions:
                          generatefiles: [controller.py]
                          linkexisting:
                            - acme/core/events.py
                            - acme/core/evens.py
                        === agents/b.yaml
                        name: Bee
                        """).with("acme/core", "acme/core/events.py");

        assertThat(yaml.findings())
                .containsExactly("agents/a.yaml:8:7 warning QPF-DEP-019", "agents/a.yaml:15:7 warning QPF-DEP-020");
    }
}
