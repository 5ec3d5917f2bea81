package io.qpf.extract;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How long each stage took. Stages that did not run are not there. */
public record Timings(Map<Stage, Duration> stages) {
    public Timings {
        Map<Stage, Duration> copy = new EnumMap<>(Stage.class);
        copy.putAll(stages);
        stages = Collections.unmodifiableMap(copy);
    }

    public Duration total() {
        return stages.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
