package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * One layer of memory.
 *
 * @param storageType as written, such as {@code postgres + pgvector}
 * @param keyspace given, or derived for a layer that is a bare scalar
 * @param ttlSeconds how long an entry of a cache lives, from a key or from the purpose text
 * @param retention how long an entry is kept before it must go
 * @param indexBy the fields that a search may use
 * @param structure nodes and edges with their fields
 * @param extras what the layer says beyond these keys
 */
public record MemoryLayer(
        LayerKind kind,
        Span span,
        Text storageType,
        Optional<Text> purpose,
        Optional<Text> keyspace,
        Optional<Located<Long>> ttlSeconds,
        Optional<Located<Retention>> retention,
        List<Text> indexBy,
        List<Structure> structure,
        List<Entry> extras) {
    /** A kind of node or edge. */
    public record Structure(boolean edge, Text name, List<Text> fields) {
        public Structure {
            fields = List.copyOf(fields);
        }
    }

    public MemoryLayer {
        indexBy = List.copyOf(indexBy);
        structure = List.copyOf(structure);
        extras = List.copyOf(extras);
    }
}
