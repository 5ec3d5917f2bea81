package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.collection.Linker;
import io.qpf.collection.Sources;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.rules.Rules;
import io.qpf.schema.load.CollectionFiles;
import io.qpf.schema.load.CollectionFiles.InputFile;
import io.qpf.schema.load.SourceReader;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of a collection, as far as they could be read.
 *
 * @param folder below the input folder, with forward slashes; empty for the input folder itself
 * @param place how messages name the folder
 * @param extractor the collection's own extractor, if it has one
 * @param torn the files that could not be read whole
 */
record Loaded(String folder, String place, Sources sources, Optional<SourceFile> extractor, Torn torn) {
    /** All collections of a request; findings of all their files come out together. */
    static List<Loaded> all(Request request, Inputs inputs, Consumer<Diagnostics> findings) throws IOException {
        Result<List<CollectionFiles>> collections = CollectionFiles.find(request.input());
        String input = request.display(request.input());
        findings.accept(Rebase.below(input, collections.diagnostics()));
        List<Loaded> loaded = new ArrayList<>();
        for (CollectionFiles files : collections.value().orElse(List.of())) {
            String place = files.name().isEmpty() ? input : input + "/" + files.name();
            Consumer<Diagnostics> placed = found -> findings.accept(Rebase.below(place, found));
            Optional<SourceFile> extractor = Optional.empty();
            if (files.extractor().isPresent()) {
                InputFile own = files.extractor().get();
                Result<SourceFile> read = SourceReader.read(own.name(), inputs.read(own.path()));
                placed.accept(read.diagnostics());
                extractor = read.value();
            }
            loaded.add(new FileLoader(files, inputs, placed).load(place, extractor));
        }
        return loaded;
    }

    /** The linked collection with what linking finds; no collection if a file is torn, since it would not be the true one. */
    Result<Collection> link(Workspace workspace) {
        Result<Collection> linked = Linker.link(sources, workspace);
        if (torn.isEmpty()) {
            return linked;
        }
        Diagnostics checked = linked.value().map(Rules::check).orElse(Diagnostics.NONE);
        return Result.none(torn.certain(linked.diagnostics().plus(checked)));
    }
}
