package io.qpf.policy;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Numbers for named thresholds, keyed by the left-hand name of the comparison. */
public record Thresholds(List<Named> all) {
    public static final Thresholds NONE = new Thresholds(List.of());

    /** A threshold by name; the value is a number with an optional unit. */
    public record Named(Text name, Text value) {}

    public Thresholds {
        all = List.copyOf(all);
    }

    /** The threshold of this identifier. */
    Optional<Named> find(String identifier) {
        return all.stream()
                .filter(it -> Identifiers.snake(it.name().value()).equals(identifier))
                .findFirst();
    }

    Stream<String> names() {
        return all.stream().map(it -> it.name().value());
    }
}
