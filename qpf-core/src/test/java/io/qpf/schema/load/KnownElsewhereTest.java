package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.Datum;
import io.qpf.schema.load.KnownElsewhere.Home;
import io.qpf.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key belongs where, and for which no place can be told. */
class KnownElsewhereTest {
    private static final Datum.Mapping NOTHING = new Datum.Mapping(List.of(), new SourceFile("", "").start());

    @ParameterizedTest
    @CsvSource({
        "telemetry, deployment.telemetry",
        "timeout_ms, deployment.endpoints.timeout_ms",
        "apiendpoints, deployment.endpoints",
        "api_endpoints, deployment.endpoints",
        "generatetests, cursorinstructions.postgeneration.generatetests",
        "generate_tests, cursorinstructions.postgeneration.generatetests",
        "reasoningpipeline, reasoningpipeline",
        "strategymode, reasoningengine.strategymodes",
        "escalationtriggers, learningsystem.autonomyprofile.escalationtriggers",
        "generatefiles, cursorinstructions.generatefiles",
        "anchors, governance.anchors",
        "status, metadata.status",
    })
    void keyBelongsToThePlaceThatKnowsIt(String key, String place) {
        assertThat(Home.SCHEMA.advise(key, "", NOTHING)).contains("QPF reads it as `" + place + "`: move it there.");
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEMA, wirings, `wirings` in the glue",
        "SCHEMA, gates, `gates` in the extractor map",
        "SCHEMA, retry_policy, `communication_harmonization.retry_policy` in the glue",
        "SCHEMA, extraction_sequence, `extraction_sequence` in the extractor map",
        "MAP, memory_backends, `shared_configuration.memory_backends`",
        "MAP, retry_policy, `communication_harmonization.retry_policy` in the glue",
        "MAP, wirings, `wirings` in the glue",
        "MAP, monitoring_root, `shared_configuration.monitoring_root`",
        "GLUE, memory_backends, `shared_configuration.memory_backends` in the extractor map",
        "GLUE, shared_backends, `memory_harmonization.shared_backends`",
        "GLUE, anchors, `governance_harmonization.anchors`",
        "GLUE, retry_policy, `communication_harmonization.retry_policy`",
        "GLUE, dependency_graph, `dependency_graph` in the extractor map",
        "GLUE, governance, `governance` in a schema",
    })
    void keyBelongsToAPlaceOfItsFileOrOfAnother(Home home, String key, String place) {
        assertThat(home.advise(key, "", NOTHING)).contains("QPF reads it as " + place + ": move it there.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHEMA | alerting | `deployment.alerting` or `deployment.telemetry.alerting`",
                "SCHEMA | ttl_hours | `memorytopology.workingmemory.ttl_hours`, "
                        + "`memorytopology.episodicmemory.ttl_hours`, `memorytopology.semanticmemory.ttl_hours`, "
                        + "`memorytopology.causalmemory.ttl_hours` or `memorytopology.longtermpersistence.ttl_hours`",
                "MAP | anchors | `shared_configuration.governance_anchors`, `governance.anchors` in a schema or "
                        + "`governance_harmonization.anchors` in the glue",
            })
    void everyPlaceOfATellingKeyIsNamed(Home home, String key, String places) {
        assertThat(home.advise(key, "", NOTHING))
                .contains("QPF reads it as " + places + ": move it to the one that you mean.");
    }

    /** Words that several places have, words that no place has, and words that only sound like one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode",
                "purpose",
                "enabled",
                "description",
                "colour",
                "team",
                "costcentre",
                "state",
                "anchor",
                "x",
                ""
            })
    void otherKeysHaveNoPlace(String key) {
        assertThat(Home.SCHEMA.advise(key, "", NOTHING)).isEmpty();
    }

    /** A key that a reader passes over for once is at home all the same. */
    @Test
    void noKeyIsSentToWhereItStands() {
        assertThat(Home.GLUE.advise("method_names", "wirings.method_names", NOTHING))
                .isEmpty();
        assertThat(Home.GLUE.advise("method_names", "method_names", NOTHING)).isPresent();
    }

    /** What any file may say of itself is no key of another one. */
    @ParameterizedTest
    @CsvSource({"MAP, status", "MAP, tags", "MAP, mode", "MAP, steps", "GLUE, summary", "GLUE, status", "GLUE, updated"
    })
    void wordsOfPeopleBelongToNoOtherFile(Home home, String key) {
        assertThat(home.advise(key, "", NOTHING)).isEmpty();
    }
}
