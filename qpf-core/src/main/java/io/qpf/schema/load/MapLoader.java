package io.qpf.schema.load;

import io.qpf.diagnostics.Result;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.ExtractorMap.Alias;
import io.qpf.schema.ExtractorMap.Edge;
import io.qpf.schema.ExtractorMap.Remedy;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.schema.GateSettings;
import io.qpf.schema.SharedConfiguration;
import io.qpf.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Bytes to an extractor map. */
public final class MapLoader {
    private MapLoader() {}

    /**
     * Loads a map.
     *
     * @param path how messages name the file
     */
    public static Result<ExtractorMap> load(String path, byte[] bytes) {
        Result<SourceFile> file = SourceReader.read(path, bytes);
        return file.value().isPresent() ? load(file.value().get()) : Result.none(file.diagnostics());
    }

    /** Loads a map that is decoded already. */
    public static Result<ExtractorMap> load(SourceFile file) {
        return Recovery.read(file, reader(file));
    }

    /** What can be read of a broken map, so that what is wrong with others shows all the same; nothing of one that is whole. */
    public static Optional<ExtractorMap> remains(String path, byte[] bytes) {
        return SourceReader.read(path, bytes).value().flatMap(it -> Recovery.remains(it, reader(it)));
    }

    private static Recovery.Reader<ExtractorMap> reader(SourceFile file) {
        return (datum, findings) -> Roots.mapping(datum, "an extractor map", findings)
                .map(it -> read(file, Fields.root(it, findings, KnownElsewhere.Home.MAP.adviser(it))));
    }

    static ExtractorMap read(SourceFile file, Fields root) {
        SequenceReader steps = new SequenceReader(root);
        List<Step> sequence = steps.read();
        List<Edge> edges = EdgeReader.read(root.child("dependency_graph"));
        SharedConfiguration shared = SharedReader.read(root.child("shared_configuration"));
        List<Alias> aliases = AliasReader.read(root);
        List<Remedy> troubleshooting = TroubleshootingReader.read(root);
        GateSettings gates = GateSettingsReader.read(root);
        root.keep("created", "updated", "owner", "author", "estimated_effort", "summary", "description", "metadata");
        return new ExtractorMap(
                file,
                root.text("title"),
                root.text("purpose"),
                root.text("version"),
                sequence,
                steps.isWhole(),
                edges,
                shared,
                aliases,
                root.text("parallel_extraction_option"),
                root.free("post_extraction_steps"),
                root.texts("success_criteria"),
                troubleshooting,
                gates,
                root.extras());
    }
}
