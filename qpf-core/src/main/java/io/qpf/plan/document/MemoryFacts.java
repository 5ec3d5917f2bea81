package io.qpf.plan.document;

import io.qpf.collection.Collection;
import io.qpf.python.SchemaText;
import io.qpf.schema.Entry;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.MemoryTopology;
import io.qpf.schema.Retention;
import io.qpf.schema.SharedConfiguration;
import java.util.List;
import java.util.Optional;

/**
 * What an agent remembers, where, and for how long.
 *
 * @param backends what the collection shares
 */
public record MemoryFacts(Group<LayerFacts> layers, Optional<SharingFacts> sharing, Group<BackendFacts> backends) {
    /** One layer. */
    public record LayerFacts(
            SchemaText word,
            SchemaText key,
            SchemaText storage,
            Optional<SchemaText> purpose,
            Optional<SchemaText> keyspace,
            Optional<Long> ttlSeconds,
            Optional<SchemaText> retention,
            boolean unreadable,
            Group<SchemaText> indexBy,
            Group<StructureFacts> structure,
            Group<FreeFact> extras) {
        static LayerFacts of(MemoryLayer layer) {
            return new LayerFacts(
                    SchemaText.of(layer.kind().word()),
                    SchemaText.of(layer.kind().key()),
                    Show.text(layer.storageType()),
                    Show.text(layer.purpose()),
                    Show.text(layer.keyspace()),
                    layer.ttlSeconds().map(it -> it.value()),
                    layer.retention().map(it -> SchemaText.of(it.value().text())),
                    layer.retention()
                            .filter(it -> it.value() instanceof Retention.Unreadable)
                            .isPresent(),
                    Show.texts(layer.indexBy()),
                    Group.of(layer.structure(), StructureFacts::of),
                    Show.entries(layer.extras()));
        }

        /** Whether nobody said how long it is kept. */
        public boolean forever() {
            return ttlSeconds.isEmpty() && retention.isEmpty();
        }
    }

    /** A kind of node or edge and its fields. */
    public record StructureFacts(boolean edge, SchemaText name, Group<SchemaText> fields) {
        static StructureFacts of(MemoryLayer.Structure structure) {
            return new StructureFacts(structure.edge(), Show.text(structure.name()), Show.texts(structure.fields()));
        }
    }

    /** Whether other agents see the memory. */
    public record SharingFacts(boolean enabled, Optional<SchemaText> layer, Optional<SchemaText> purpose) {
        static SharingFacts of(MemoryTopology.Sharing sharing) {
            return new SharingFacts(
                    sharing.enabled().value(), Show.text(sharing.layer()), Show.text(sharing.purpose()));
        }
    }

    /** A shared store and where it is. */
    public record BackendFacts(SchemaText name, Optional<SchemaText> address, Group<FreeFact> settings) {
        static BackendFacts of(SharedConfiguration.Backend backend) {
            return new BackendFacts(
                    Show.text(backend.name()), Show.text(backend.address()), Show.entries(further(backend)));
        }

        /** The settings beside the address, which is among them. */
        private static List<Entry> further(SharedConfiguration.Backend backend) {
            return backend.settings().stream()
                    .filter(it -> backend.address()
                            .filter(address -> address.value().equals(Show.words(it.value())))
                            .isEmpty())
                    .toList();
        }
    }

    static MemoryFacts of(MemoryTopology memory, Collection collection) {
        return new MemoryFacts(
                Group.of(memory.layers(), LayerFacts::of),
                memory.sharing().map(SharingFacts::of),
                Group.of(collection.backends(), BackendFacts::of));
    }

    /** Whether some layer says what its nodes and edges look like. */
    public boolean structured() {
        return layers.all().stream().anyMatch(it -> it.structure().some());
    }
}
