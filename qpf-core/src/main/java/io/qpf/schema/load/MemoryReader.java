package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.LayerKind;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.MemoryLayer.Structure;
import io.qpf.schema.MemoryTopology;
import io.qpf.schema.MemoryTopology.Sharing;
import io.qpf.schema.Retention;
import io.qpf.source.Located;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code memorytopology}. */
final class MemoryReader {
    private static final String SHARING = "crossagentsharing";

    private final Fields section;
    private final String agent;

    private MemoryReader(Fields section, String agent) {
        this.section = section;
        this.agent = agent;
    }

    static MemoryTopology read(Fields section, String agent) {
        MemoryReader reader = new MemoryReader(section, agent);
        List<MemoryLayer> layers = new ArrayList<>();
        for (LayerKind kind : LayerKind.values()) {
            Optional<Datum> given = section.datum(kind.key());
            if (given.isPresent()) {
                Parts.add(reader.layer(kind, given.get()), layers);
            }
        }
        return new MemoryTopology(section.span(), layers, reader.sharing());
    }

    private Optional<MemoryLayer> layer(LayerKind kind, Datum datum) {
        if (datum instanceof Datum.Scalar bare) {
            return Optional.of(bare(kind, bare.text()));
        }
        Fields layer = section.child(kind.key());
        Optional<Text> storage = layer.required("storagetype", "Name the store, such as `storagetype: redis_cluster`.");
        Optional<Text> purpose = layer.text("purpose");
        Optional<Text> keyspace = layer.name("keyspace");
        Optional<Located<Long>> ttl = new TtlReader(layer).read(purpose);
        Optional<Located<Retention>> retention = layer.text("retention").map(it -> retention(it, layer));
        List<Text> indexBy = layer.texts("indexby");
        List<Structure> structure = structure(layer);
        layer.keep("schema", "memorygraphlinking");
        return storage.map(it -> new MemoryLayer(
                kind, layer.span(), it, purpose, keyspace, ttl, retention, indexBy, structure, layer.extras()));
    }

    private MemoryLayer bare(LayerKind kind, Text storage) {
        String keyspace = agent.toLowerCase(Locale.ROOT) + ":" + kind.word() + ":*";
        section.findings()
                .add(
                        LoadRule.DERIVED_KEYSPACE,
                        storage.span(),
                        "`" + section.pathOf(kind.key()) + "` names a store only; its keyspace is `" + keyspace + "`",
                        "");
        return new MemoryLayer(
                kind,
                storage.span(),
                storage,
                Optional.empty(),
                Optional.of(new Text(keyspace, storage.span())),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private Located<Retention> retention(Text text, Fields layer) {
        Retention retention = TimeWords.retention(text.value());
        if (retention instanceof Retention.Unreadable) {
            layer.findings()
                    .add(
                            LoadRule.UNREADABLE_RETENTION,
                            text.span(),
                            "`" + Words.excerpt(text.value()) + "` names no time, so that nothing is ever purged",
                            "Write it like `90 days`, `18 months (why)` or `indefinite`; 1000 years are the most.");
        } else if (TimeWords.isPartOfDay(text.value())) {
            layer.findings()
                    .add(
                            LoadRule.UNREADABLE_RETENTION,
                            text.span(),
                            "Retention counts whole days, so `" + Words.excerpt(text.value()) + "` is rounded up",
                            "Write days, or use a ttl for shorter times.");
        }
        return new Located<>(retention, text.span());
    }

    private static List<Structure> structure(Fields layer) {
        List<Structure> structures = new ArrayList<>();
        for (Datum item : layer.items("structure")) {
            layer.values().mapping(item, layer.pathOf("structure")).ifPresent(it -> {
                Fields part = layer.item("structure", it);
                boolean edge = part.has("edge_type");
                List<Text> fields = fields(part);
                (edge
                                ? part.text("edge_type")
                                : part.required("node_type", "Write `node_type: name` or `edge_type: name`."))
                        .ifPresent(name -> structures.add(new Structure(edge, name, fields)));
            });
        }
        return structures;
    }

    /** A list of names, or a mapping of names to types. */
    private static List<Text> fields(Fields part) {
        return part.isMapping("fields")
                ? part.free("fields").stream().map(it -> it.key()).toList()
                : part.texts("fields");
    }

    private Optional<Sharing> sharing() {
        Optional<Datum> given = section.datum(SHARING);
        if (given.isPresent() && given.get() instanceof Datum.Scalar) {
            return section.flag(SHARING).map(it -> new Sharing(it, Optional.empty(), Optional.empty()));
        }
        Fields sharing = section.child(SHARING);
        return given.map(it -> new Sharing(
                sharing.flag("enabled").orElseGet(() -> new Located<>(true, it.span())),
                sharing.text("layer"),
                sharing.text("purpose")));
    }
}
