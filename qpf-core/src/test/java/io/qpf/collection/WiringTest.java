package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import io.qpf.source.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wiring has two ends, a module and roles. */
final class WiringTest {
    private static final String AGENTS = """
            === agents/scorer.yaml
            name: Scorer
            cursorinstructions:
              generatefiles: [tensor_scorer.py, eventpublisher.py, event_subscriber.py]
            === agents/main.yaml
            name: MainAgent
            cursorinstructions:
              generatefiles: [controller.py, packet_router.py]
            """;

    private static Result<Collection> wired(String glue) {
        return Yaml.of(AGENTS + "=== glue.yaml\n" + glue)
                .with("acme/world/context.py")
                .link();
    }

    @Test
    void resolvesACallAndOrdersItsEnds() {
        Result<Collection> result = wired("""
                wirings:
                  - from_agent: Main
                    to_agent: scorer
                    connection_type: api_call
                    import_path: acme/agents/scorer/tensor_scorer.py
                    method_names: [score]
                """);

        assertThat(Yaml.described(result.diagnostics())).isEmpty();
        assertThat(result.value().orElseThrow().wirings()).singleElement().satisfies(wiring -> {
            assertThat(wiring.number()).isEqualTo(1);
            assertThat(wiring.from().name()).isEqualTo("MainAgent");
            assertThat(wiring.to().name()).isEqualTo("Scorer");
            assertThat(wiring.importPath()).contains("acme/agents/scorer/tensor_scorer.py");
            assertThat(wiring.names()).extracting(Text::value).containsExactly("score");
            assertThat(wiring.observer()).isEmpty();
        });
        assertThat(result.value().orElseThrow().hardEdges()).singleElement().satisfies(edge -> {
            assertThat(edge.before().name()).isEqualTo("Scorer");
            assertThat(edge.after().name()).isEqualTo("MainAgent");
            assertThat(edge.origin().toString()).startsWith("glue.yaml:2:");
        });
    }

    @Test
    void unreadableTypeHidesNoOtherError() {
        Result<Collection> result = Yaml.of(AGENTS + """
                        === glue.yaml
                        wirings:
                          - {from_agent: Nobody, to_agent: Scorer, connection_type: api_cal, import_path: x/y.py}
                          - {from_agent: Main, to_agent: Scoring, connection_type: telepathy, packet_types: [a]}
                          - {from_agent: Main, to_agent: Scorer, connection_type: event, import_path: acme/a.py}
                        """).linkAnyway();

        assertThat(Yaml.described(result.diagnostics()))
                .containsExactly(
                        "glue.yaml:2:18 error QPF-DEP-011",
                        "glue.yaml:3:34 error QPF-DEP-011",
                        "glue.yaml:4:79 error QPF-DEP-015");
        assertThat(result.value().orElseThrow().hardEdges()).isEmpty();
    }

    @Test
    void takesStrangersOnlyWithALicence() {
        Result<Collection> result = wired("""
                wirings:
                  - {from_agent: Main, to_agent: Market, connection_type: api_call, method_names: [a]}
                  - {from_agent: Main, to_agent: World, connection_type: api_call, import_path: acme/world/context.py, method_names: [b]}
                  - {from_agent: Main, to_agent: Unknown, connection_type: api_call, import_path: acme/world/gone.py, method_names: [c]}
                  - {from_agent: Market, to_agent: Market, connection_type: packet_send, packet_types: [d]}
                  - {from_agent: Main, to_agent: MainAgent, connection_type: packet_send, packet_types: [e]}
                externals: [market]
                """);

        assertThat(Yaml.described(result.diagnostics()))
                .containsExactly(
                        "glue.yaml:4:34 error QPF-DEP-011",
                        "glue.yaml:5:18 warning QPF-DEP-013",
                        "glue.yaml:6:34 warning QPF-DEP-012");
        assertThat(result.value().orElseThrow().wirings())
                .extracting(Wiring::number)
                .containsExactly(1, 2, 4, 5);
        assertThat(result.value().orElseThrow().hardEdges()).isEmpty();
    }

    @Test
    void readsImportPathsAsPeopleWriteThem() {
        Result<Collection> result = wired("""
                wirings:
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme/agents/scorer/TensorScorer.py, method_names: [a]}
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme.agents.scorer.tensor_scorer, method_names: [a]}
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: tensor_scorer.py, method_names: [a]}
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme/agents/scorer, method_names: [a]}
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme/agents/scorer/tensor_store.py, method_names: [a]}
                  - {from_agent: Main, to_agent: Scorer, connection_type: api_call, import_path: acme/agents/main/controller.py, method_names: [a]}
                """);

        assertThat(Yaml.described(result.diagnostics()))
                .containsExactly(
                        "glue.yaml:2:82 warning QPF-DEP-014",
                        "glue.yaml:6:82 error QPF-DEP-015",
                        "glue.yaml:7:82 warning QPF-DEP-016");
        assertThat(result.value().orElseThrow().wirings())
                .extracting(it -> it.importPath().orElse("-"))
                .containsExactly(
                        "acme/agents/scorer/tensor_scorer.py",
                        "acme/agents/scorer/tensor_scorer.py",
                        "acme/agents/scorer/tensor_scorer.py",
                        "-",
                        "-",
                        "-");
        assertThat(result.diagnostics().all().get(1).hint())
                .startsWith("did you mean `acme/agents/scorer/tensor_scorer.py`?");
    }

    @Test
    void warnsOfAMethodThatIsNearlyOneOfTheTarget() {
        assertThat(Yaml.described(wired("""
                                        wirings:
                                          - {from_agent: Main, to_agent: Scorer, connection_type: api_call, method_names: [work_scorers, other]}
                                        """).diagnostics())).containsExactly("glue.yaml:2:84 warning QPF-DEP-018");
    }

    @Test
    void tellsWhoObserves() {
        String map = """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: Scorer, schema_file: agents/scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                dependency_graph:
                  edges: [Main ->> Scorer]
                """;
        String said = "wirings:\n  - {from_agent: Scorer, to_agent: Main, connection_type: event_observe,"
                + " event_subscriptions: [e]}\n";
        String subscriber = "wirings:\n  - {from_agent: Main, to_agent: Scorer, connection_type: event_observe,"
                + " import_path: acme/agents/scorer/event_subscriber.py, event_subscriptions: [e]}\n";

        assertThat(observer(Yaml.of(AGENTS + "=== glue.yaml\n" + said).link())).isEqualTo("Scorer");
        assertThat(observer(Yaml.of(AGENTS + map + "=== glue.yaml\n" + said).link()))
                .isEqualTo("MainAgent");
        assertThat(observer(Yaml.of(AGENTS + "=== glue.yaml\n" + subscriber).link()))
                .isEqualTo("Scorer");
        assertThat(observer(
                        Yaml.of(AGENTS + map + "=== glue.yaml\n" + subscriber).link()))
                .isEqualTo("MainAgent");
        assertThat(Yaml.of(AGENTS + "=== glue.yaml\n" + subscriber).findings())
                .containsExactly("glue.yaml:2:5 info QPF-DEP-017");
    }

    private static String observer(Result<Collection> result) {
        return result.value()
                .orElseThrow()
                .wirings()
                .get(0)
                .observer()
                .orElseThrow()
                .name();
    }

    @Test
    void harmonizesBackendsAndAnchors() {
        Result<Collection> result = Yaml.of(AGENTS + """
                === map.yaml
                extraction_sequence:
                  order:
                    1: {agent: Scorer, schema_file: agents/scorer.yaml}
                    2: {agent: MainAgent, schema_file: agents/main.yaml}
                shared_configuration:
                  memory_backends:
                    redis_cluster:
                      connection: redis://old:6379
                      keyspace_prefix: trade
                    s3_archive:
                      bucket: trade
                  governance_anchors:
                    - name: Igor
                      role: Architect
                      escalation_method: direct_email + slack_critical
                === glue.yaml
                wirings: []
                memory_harmonization:
                  shared_backends:
                    redis: redis://new:6379
                    s3: s3://trade
                    neo4j: neo4j://graph:7687
                governance_harmonization:
                  anchors:
                    - igor (pager)
                """).link();

        assertThat(Yaml.described(result.diagnostics())).containsExactly("glue.yaml:4:12 warning QPF-CON-001");
        assertThat(result.diagnostics().all().get(0).related())
                .extracting(it -> it.span().toString())
                .containsExactly("map.yaml:8:19");
        Collection collection = result.value().orElseThrow();
        assertThat(collection.name()).isEqualTo("trade");
        assertThat(collection.backends())
                .extracting(it -> it.name() + " " + it.address().orElseThrow())
                .containsExactly("redis_cluster redis://new:6379", "s3_archive s3://trade", "neo4j neo4j://graph:7687");
        assertThat(collection.backends().get(0).settings())
                .extracting(it -> it.key().value())
                .containsExactly("connection", "keyspace_prefix");
        assertThat(collection.anchors())
                .extracting(it -> it.name() + " " + it.role().orElse("-") + " " + it.channels())
                .containsExactly("Igor Architect [direct_email, slack_critical, pager]", "Ada - []");
    }

    @Test
    void compilesThePoliciesOfEachAgent() {
        Result<Collection> result = Yaml.of("""
                        === agents/a.yaml
                        name: Aye
                        governance:
                          anchors: [Ada]
                          mode: hybrid
                          humanoverride: true
                          escalationpolicy: >
                            Auto-escalate if: drift > threshold,
                            stock empty
                          thresholds:
                            drift: 20%
                          auditscope: [x]
                        === glue.yaml
                        wirings: []
                        governance_harmonization:
                          shared_escalation_triggers: [drift, stock_empty]
                        """).link();

        assertThat(Yaml.described(result.diagnostics())).isEmpty();
        Policies policies = result.value().orElseThrow().agents().get(0).policies();
        assertThat(names(policies.escalation())).containsExactly("drift", "stock_empty");
        assertThat(names(policies.sharedTriggers())).containsExactly("drift_2", "stock_empty");
    }

    private static List<String> names(List<io.qpf.policy.Clause> clauses) {
        return clauses.stream()
                .map(it -> ((io.qpf.policy.Clause.Compiled) it).name())
                .toList();
    }
}
