package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the schema's values to what a template may show. */
final class Show {
    private Show() {}

    static SchemaText text(Text text) {
        return SchemaText.of(text.value());
    }

    static SchemaText text(Object value) {
        return SchemaText.of(value.toString());
    }

    static Optional<SchemaText> text(Optional<Text> text) {
        return text.filter(it -> !it.isBlank()).map(Show::text);
    }

    static Group<SchemaText> texts(List<Text> texts) {
        return Group.of(texts, Show::text);
    }

    static Group<SchemaText> words(List<String> words) {
        return Group.of(words, SchemaText::of);
    }

    /** Free-form entries, one row a scalar, nested keys joined by dots. */
    static Group<FreeFact> entries(List<Entry> entries) {
        return entries("", entries);
    }

    /** As {@link #entries(List)}, below a key. */
    static Group<FreeFact> entries(String prefix, List<Entry> entries) {
        List<FreeFact> facts = new ArrayList<>();
        entries.forEach(it -> flatten(below(prefix, it.key().value()), it.value(), facts));
        return new Group<>(facts);
    }

    private static String below(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    private static void flatten(String path, Datum datum, List<FreeFact> facts) {
        if (datum instanceof Datum.Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach(it -> flatten(below(path, it.key().value()), it.value(), facts));
        } else if (datum instanceof Datum.Sequence sequence && !flat(sequence)) {
            for (int i = 0; i < sequence.items().size(); i++) {
                flatten(path + "[" + (i + 1) + "]", sequence.items().get(i), facts);
            }
        } else {
            facts.add(new FreeFact(SchemaText.of(path), SchemaText.of(words(datum))));
        }
    }

    private static boolean flat(Datum.Sequence sequence) {
        return sequence.items().stream().allMatch(Datum.Scalar.class::isInstance);
    }

    /** A value on one line; what is empty says so. */
    static String words(Datum datum) {
        if (datum instanceof Datum.Scalar scalar) {
            return scalar.text().isBlank() ? "(empty)" : scalar.text().value();
        }
        if (datum instanceof Datum.Sequence sequence && !sequence.items().isEmpty()) {
            return sequence.items().stream().map(Show::words).collect(Collectors.joining(", "));
        }
        if (datum instanceof Datum.Mapping mapping && !mapping.entries().isEmpty()) {
            return mapping.entries().stream()
                    .map(it -> it.key().value() + ": " + words(it.value()))
                    .collect(Collectors.joining(", "));
        }
        return "(empty)";
    }
}
