package io.qpf.schema.load;

import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.Glue;
import io.qpf.schema.Glue.RetryPolicy;
import io.qpf.schema.Glue.Wire;
import io.qpf.schema.SharedConfiguration.Anchor;
import io.qpf.schema.SharedConfiguration.Backend;
import io.qpf.source.Located;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes to a glue. */
public final class GlueLoader {
    private static final String RETRY = "retry_policy";
    private static final int MAX_RETRIES = 3;
    private static final double BACKOFF = 2;
    private static final int INITIAL_DELAY_MS = 100;

    private GlueLoader() {}

    /**
     * Loads a glue.
     *
     * @param path how messages name the file
     */
    public static Result<Glue> load(String path, byte[] bytes) {
        Result<SourceFile> file = SourceReader.read(path, bytes);
        return file.value().isPresent() ? load(file.value().get()) : Result.none(file.diagnostics());
    }

    /** Loads a glue that is decoded already. */
    public static Result<Glue> load(SourceFile file) {
        return Recovery.read(file, reader(file));
    }

    /** What can be read of a broken glue, so that what is wrong with others shows all the same; nothing of one that is whole. */
    public static Optional<Glue> remains(String path, byte[] bytes) {
        return SourceReader.read(path, bytes).value().flatMap(it -> Recovery.remains(it, reader(it)));
    }

    private static Recovery.Reader<Glue> reader(SourceFile file) {
        return (datum, findings) -> Roots.mapping(datum, "a glue", findings)
                .map(it -> read(file, Fields.root(it, findings, KnownElsewhere.Home.GLUE.adviser(it))));
    }

    static Glue read(SourceFile file, Fields root) {
        List<Wire> wirings = new WireReader(root).read();
        List<Backend> backends =
                SharedReader.backends(root.child("memory_harmonization").child("shared_backends"));
        Fields governance = root.child("governance_harmonization");
        List<Anchor> anchors = SharedReader.anchors(governance, "anchors");
        Fields communication = root.child("communication_harmonization");
        List<Entry> protocol = new ArrayList<>();
        for (Entry entry : communication.entries()) {
            communication.has(entry.key().value());
            if (!entry.key().value().equals(RETRY)) {
                protocol.add(entry);
            }
        }
        root.keep("title", "purpose", "version", "created", "owner", "author", "description", "metadata");
        return new Glue(
                file,
                wirings,
                backends,
                anchors,
                governance.texts("shared_escalation_triggers"),
                protocol,
                retryPolicy(communication),
                externals(root),
                root.extras());
    }

    private static Optional<RetryPolicy> retryPolicy(Fields communication) {
        Fields retry = communication.child(RETRY);
        Optional<Integer> retries = retry.whole("max_retries", 0).map(Located::value);
        Optional<Double> backoff = retry.datum("backoff_multiplier")
                .flatMap(it -> retry.values().number(it, retry.pathOf("backoff_multiplier")));
        Optional<Integer> delay = retry.whole("initial_delay_ms", 0).map(Located::value);
        return communication
                .datum(RETRY)
                .map(it -> new RetryPolicy(
                        retries.orElse(MAX_RETRIES), backoff.orElse(BACKOFF), delay.orElse(INITIAL_DELAY_MS)));
    }

    /** A list of names, or a mapping whose keys are the names. */
    private static List<Text> externals(Fields root) {
        if (root.isMapping("externals")) {
            return root.free("externals").stream().map(Entry::key).toList();
        }
        List<Text> externals = new ArrayList<>();
        for (Datum item : root.items("externals")) {
            if (item instanceof Datum.Mapping mapping) {
                root.item("externals", mapping)
                        .required("name", "Name the external service.")
                        .ifPresent(externals::add);
            } else {
                root.values().text(item, "externals").ifPresent(externals::add);
            }
        }
        return externals;
    }
}
