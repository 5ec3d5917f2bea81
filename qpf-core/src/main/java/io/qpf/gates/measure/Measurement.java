package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.qpf.gates.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one instrument counted for one gate.
 *
 * @param gate the id of the gate
 * @param agent whose files they are; empty for what agents share
 * @param good how many are as they should be
 * @param all how many were looked at
 */
record Measurement(String gate, Optional<String> agent, long good, long all, List<Evidence> evidence) {
    Measurement {
        evidence = List.copyOf(evidence);
    }

    /** So many findings among others that are good. */
    static Measurement ofFindings(String gate, Optional<String> agent, long others, List<Evidence> findings) {
        return new Measurement(gate, agent, others, others + findings.size(), findings);
    }

    /** What a probe wrote. */
    static List<Measurement> read(JsonNode document) {
        List<Measurement> found = new ArrayList<>();
        for (JsonNode row : document.path("measured")) {
            Optional<String> agent = Optional.of(row.path("agent").asText()).filter(it -> !it.isEmpty());
            List<Evidence> evidence = new ArrayList<>();
            for (JsonNode it : row.path("evidence")) {
                evidence.add(new Evidence(
                        agent,
                        it.path("file").asText(),
                        it.path("line").asInt(),
                        it.path("rule").asText(),
                        it.path("message").asText()));
            }
            found.add(new Measurement(
                    row.path("gate").asText(),
                    agent,
                    row.path("good").asLong(),
                    row.path("all").asLong(),
                    evidence));
        }
        return found;
    }
}
