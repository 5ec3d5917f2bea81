package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.collection.Linker;
import io.qpf.collection.Sources;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.diagnostics.Severity;
import io.qpf.graph.DependencyGraph;
import io.qpf.schema.load.CollectionFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pipeline: each stage starts only if those before it found no error. */
public final class Extractor {
    private final Request request;
    private final Progress progress;
    private final Stopwatch watch = new Stopwatch();
    private final List<Linked> collections = new ArrayList<>();
    private Diagnostics diagnostics = Diagnostics.NONE;

    private Extractor(Request request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /** Finds all that is wrong, and changes nothing. */
    public static Outcome validate(Request request) throws IOException {
        return new Extractor(request, Progress.SILENT).validate();
    }

    private Outcome validate() throws IOException {
        link(load());
        return outcome();
    }

    private List<Loaded> load() throws IOException {
        Result<List<CollectionFiles>> found = CollectionFiles.find(request.input());
        String input = request.display(request.input());
        add(Rebase.below(input, found.diagnostics()));
        List<Loaded> loaded = new ArrayList<>();
        for (CollectionFiles files : found.value().orElse(List.of())) {
            String folder = files.name().isEmpty() ? input : input + "/" + files.name();
            Result<Sources> sources = Loading.load(files, folder);
            add(sources.diagnostics());
            sources.value().ifPresent(it -> loaded.add(new Loaded(files.name(), it)));
        }
        watch.lap(Stage.LOAD);
        return loaded;
    }

    private void link(List<Loaded> loaded) {
        for (Loaded it : loaded) {
            Result<Collection> collection = Linker.link(it.sources(), Workspace.EMPTY);
            add(collection.diagnostics());
            collection.value().ifPresent(linked -> {
                collections.add(new Linked(it.folder(), linked, DependencyGraph.of(linked)));
                progress.collectionStarted(linked);
            });
        }
        watch.lap(Stage.LINK);
    }

    private void add(Diagnostics found) {
        diagnostics = diagnostics.plus(found);
    }

    private boolean stopped() {
        return diagnostics.hasErrors() || (request.failOnWarning() && diagnostics.count(Severity.WARNING) > 0);
    }

    private Outcome outcome() {
        return new Outcome(
                diagnostics, collections, Map.of(), Statistics.NONE, Optional.empty(), watch.timings(), stopped());
    }

    /** A collection's files, all of which could be read. */
    private record Loaded(String folder, Sources sources) {}
}
