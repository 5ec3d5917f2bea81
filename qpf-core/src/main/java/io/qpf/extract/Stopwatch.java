package io.qpf.extract;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Adds up what each stage takes. */
final class Stopwatch {
    private final Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
    private long last = System.nanoTime();

    /** Counts the time since the last call, or since the start, for a stage. */
    void lap(Stage stage) {
        long now = System.nanoTime();
        stages.merge(stage, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    Timings timings() {
        return new Timings(stages);
    }
}
