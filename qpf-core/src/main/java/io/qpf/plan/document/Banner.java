package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import java.util.List;
import java.util.Optional;

/**
 * Where a file comes from.
 *
 * @param agent empty for files of the collection
 * @param sources the schema's file, or map and glue
 * @param keys the dotted keys that the file comes from
 */
public record Banner(
        Optional<SchemaText> agent, SchemaText document, Group<SchemaText> sources, Group<SchemaText> keys) {
    static Banner of(Optional<String> agent, String document, List<String> sources, List<String> keys) {
        return new Banner(agent.map(SchemaText::of), SchemaText.of(document), Show.words(sources), Show.words(keys));
    }
}
