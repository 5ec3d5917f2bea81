package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** Who stands behind a schema, and how far it is. Status is of a closed list. */
public record Metadata(
        Span span,
        Optional<Text> author,
        Optional<Text> owner,
        Optional<Text> versionHash,
        Optional<Text> generated,
        Optional<Text> status,
        List<Text> tags,
        List<Entry> extras) {
    public Metadata {
        tags = List.copyOf(tags);
        extras = List.copyOf(extras);
    }
}
