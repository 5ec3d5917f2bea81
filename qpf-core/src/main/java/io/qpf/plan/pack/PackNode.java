package io.qpf.plan.pack;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping of pack.yaml, read key by key. */
record PackNode(String where, Datum datum) {
    String text(String key) {
        return optionalText(key).orElseThrow(() -> new IllegalArgumentException(where + " lacks " + key));
    }

    Optional<String> optionalText(String key) {
        return value(key)
                .filter(Datum.Scalar.class::isInstance)
                .map(it -> ((Datum.Scalar) it).text().value());
    }

    boolean flag(String key, boolean otherwise) {
        return optionalText(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    List<String> texts(String key) {
        return items(key).stream().map(it -> ((Datum.Scalar) it).text().value()).toList();
    }

    /** The numbers of a mapping; none if it is not there. */
    Map<String, Integer> numbers(String key) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (value(key).isPresent() && node(key).datum instanceof Datum.Mapping mapping) {
            mapping.entries()
                    .forEach(it -> numbers.put(
                            it.key().value(),
                            Integer.valueOf(node(key).text(it.key().value()))));
        }
        return numbers;
    }

    List<PackNode> nodes(String key) {
        return items(key).stream()
                .map(it -> new PackNode(where + " " + key, it))
                .toList();
    }

    PackNode node(String key) {
        return new PackNode(
                where + " " + key, value(key).orElseThrow(() -> new IllegalArgumentException(where + " lacks " + key)));
    }

    private List<Datum> items(String key) {
        return value(key)
                .filter(Datum.Sequence.class::isInstance)
                .map(it -> ((Datum.Sequence) it).items())
                .orElse(List.of());
    }

    private Optional<Datum> value(String key) {
        if (!(datum instanceof Datum.Mapping mapping)) {
            throw new IllegalArgumentException(where + " is no mapping");
        }
        return mapping.entries().stream()
                .filter(it -> it.key().value().equals(key))
                .map(Entry::value)
                .findFirst();
    }
}
