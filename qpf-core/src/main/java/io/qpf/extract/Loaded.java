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
    /**
     * Loads one collection; findings name files by their paths in it.
     *
     * @param input how messages name the input folder
     */
    static Loaded of(CollectionFiles files, String input, Inputs inputs, Consumer<Diagnostics> findings)
            throws IOException {
        Optional<SourceFile> extractor = Optional.empty();
        if (files.extractor().isPresent()) {
            InputFile own = files.extractor().get();
            Result<SourceFile> read = SourceReader.read(own.name(), inputs.read(own.path()));
            findings.accept(read.diagnostics());
            extractor = read.value();
        }
        String place = files.name().isEmpty() ? input : input + "/" + files.name();
        return new FileLoader(files, inputs, findings).load(place, extractor);
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
