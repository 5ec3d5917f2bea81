package io.qpf.extract;

import io.qpf.collection.Sources;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.schema.load.CollectionFiles;
import io.qpf.schema.load.CollectionFiles.InputFile;
import io.qpf.schema.load.GlueLoader;
import io.qpf.schema.load.MapLoader;
import io.qpf.schema.load.SchemaLoader;
import io.qpf.schema.load.SourceReader;
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A collection whose files could all be read.
 *
 * @param folder below the input folder, with forward slashes; empty for the input folder itself
 * @param place how messages name the folder
 * @param extractor the collection's own extractor, if it has one
 */
record Loaded(String folder, String place, Sources sources, Optional<SourceFile> extractor) {
    /** A loader of one kind of file. */
    private interface Loader<T> {
        Result<T> load(String path, byte[] bytes);
    }

    /** All collections of a request; findings of all their files come out together. */
    static List<Loaded> all(Request request, Inputs inputs, Consumer<Diagnostics> findings) throws IOException {
        Result<List<CollectionFiles>> collections = CollectionFiles.find(request.input());
        String input = request.display(request.input());
        findings.accept(Rebase.below(input, collections.diagnostics()));
        List<Loaded> loaded = new ArrayList<>();
        for (CollectionFiles files : collections.value().orElse(List.of())) {
            String place = files.name().isEmpty() ? input : input + "/" + files.name();
            Consumer<Diagnostics> placed = found -> findings.accept(Rebase.below(place, found));
            Optional<Sources> sources = load(files, inputs, place, placed);
            Optional<SourceFile> extractor = Optional.empty();
            if (files.extractor().isPresent()) {
                extractor = read(files.extractor().get(), inputs, SourceReader::read, placed);
            }
            if (sources.isPresent()) {
                loaded.add(new Loaded(files.name(), place, sources.get(), extractor));
            }
        }
        return loaded;
    }

    private static Optional<Sources> load(
            CollectionFiles files, Inputs inputs, String place, Consumer<Diagnostics> findings) throws IOException {
        Optional<ExtractorMap> map = read(files.map(), inputs, MapLoader::load, findings);
        Optional<Glue> glue = Optional.empty();
        if (files.glue().isPresent()) {
            glue = read(files.glue().get(), inputs, GlueLoader::load, findings);
        }
        List<AgentSchema> schemas = new ArrayList<>();
        List<InputFile> all = map.map(files::schemas).orElse(files.schemas());
        for (InputFile file : all) {
            read(file, inputs, SchemaLoader::load, findings).ifPresent(schemas::add);
        }
        // What could not be read at all would look like a name that nobody has.
        boolean complete = map.isPresent()
                && schemas.size() == all.size()
                && glue.isPresent() == files.glue().isPresent();
        return complete ? Optional.of(new Sources(place, map.orElseThrow(), glue, schemas)) : Optional.empty();
    }

    private static <T> Optional<T> read(InputFile file, Inputs inputs, Loader<T> loader, Consumer<Diagnostics> findings)
            throws IOException {
        Result<T> result = loader.load(file.name(), inputs.read(file.path()));
        findings.accept(result.diagnostics());
        return result.value();
    }
}
