package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which key belongs where, and for which no place can be told. */
class KnownElsewhereTest {
    @ParameterizedTest
    @CsvSource({
        "telemetry, deployment.telemetry",
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
        assertThat(KnownElsewhere.of(key)).contains(place);
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
        assertThat(KnownElsewhere.of(key)).isEmpty();
    }
}
