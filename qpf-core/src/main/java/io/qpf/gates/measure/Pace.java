package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How fast instruments are on this machine: milliseconds for each unit of weight, learned from what they took before.
 *
 * <p>Weights are good for comparing runs of one tool; between tools they are guesses until each has run once.
 */
final class Pace {
    private static final String KEY = "pace";
    /** Shorter work says more about starting a process than about the tool. */
    private static final long TELLING_MILLIS = 1_000;

    private final ResultStore store;
    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, long[]> seen = new HashMap<>();

    private Pace(ResultStore store) {
        this.store = store;
    }

    /** What was learned so far. It says when work starts, never what comes of it, so that it holds for fresh runs too. */
    static Pace in(ResultStore store) {
        Pace pace = new Pace(store);
        for (Map.Entry<String, JsonNode> it :
                store.get(KEY).map(JsonNode::properties).orElse(java.util.Set.of())) {
            pace.known.put(it.getKey(), it.getValue().asDouble(1));
        }
        return pace;
    }

    /** How long work will probably take, in milliseconds. */
    synchronized long expected(String instrument, long weight) {
        return Math.round(weight * known.getOrDefault(instrument, 1.0));
    }

    synchronized void took(String instrument, long weight, Duration duration) {
        long[] sum = seen.computeIfAbsent(instrument, it -> new long[2]);
        sum[0] += weight;
        sum[1] += duration.toMillis();
    }

    /** Keeps what this run taught. */
    synchronized void keep() throws IOException {
        seen.forEach((instrument, sum) -> {
            if (sum[0] > 0 && sum[1] >= TELLING_MILLIS) {
                known.put(instrument, sum[1] / (double) sum[0]);
            }
        });
        if (!seen.isEmpty()) {
            ObjectNode document = ResultStore.JSON.createObjectNode();
            known.forEach(document::put);
            store.put(KEY, document);
        }
    }
}
