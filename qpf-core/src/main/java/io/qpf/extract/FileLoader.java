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
import io.qpf.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Loads the files of one collection, and what remains of those that are broken. */
final class FileLoader {
    private final CollectionFiles files;
    private final Inputs inputs;
    private final Consumer<Diagnostics> findings;
    private final Set<String> torn = new HashSet<>();
    private final List<String> tornAgents = new ArrayList<>();
    private boolean namesLost;

    FileLoader(CollectionFiles files, Inputs inputs, Consumer<Diagnostics> findings) {
        this.files = files;
        this.inputs = inputs;
        this.findings = findings;
    }

    /** A loader of one kind of file. */
    private interface Loader<T> {
        Result<T> load(String path, byte[] bytes);
    }

    /** A loader of what remains. */
    private interface Salvage<T> {
        Optional<T> remains(String path, byte[] bytes);
    }

    Loaded load(String place, Optional<SourceFile> extractor) throws IOException {
        Optional<ExtractorMap> map = read(files.map(), MapLoader::load, MapLoader::remains);
        Optional<Glue> glue = Optional.empty();
        if (files.glue().isPresent()) {
            glue = read(files.glue().get(), GlueLoader::load, GlueLoader::remains);
        }
        // Aliases, steps and externals are names as well.
        namesLost = !torn.isEmpty();
        List<AgentSchema> schemas = new ArrayList<>();
        for (InputFile file : map.map(files::schemas).orElse(files.schemas())) {
            Optional<AgentSchema> schema = read(file, SchemaLoader::load, SchemaLoader::remains);
            schema.ifPresent(schemas::add);
            if (torn.contains(file.name())) {
                schema.ifPresent(it -> tornAgents.add(it.name()));
                namesLost |= schema.isEmpty() || isTitleLost(schema.get());
            }
        }
        Sources sources = new Sources(place, map.orElseGet(this::emptyMap), glue, schemas);
        String gluePath = files.glue().map(InputFile::name).orElse("");
        return new Loaded(files.name(), place, sources, extractor, new Torn(torn, tornAgents, namesLost, gluePath));
    }

    private <T> Optional<T> read(InputFile file, Loader<T> loader, Salvage<T> salvage) throws IOException {
        byte[] bytes = inputs.read(file.path());
        Result<T> result = loader.load(file.name(), bytes);
        findings.accept(result.diagnostics());
        if (result.value().isPresent()) {
            return result.value();
        }
        torn.add(file.name());
        return salvage.remains(file.name(), bytes);
    }

    /** Without a title an agent goes by its name; here nobody knows whether it has none. */
    private static boolean isTitleLost(AgentSchema schema) {
        return schema.identity().title().span().equals(schema.identity().name().span());
    }

    /** Stands in for a map of which nothing remains, so that the agents can be looked at. */
    private ExtractorMap emptyMap() {
        return MapLoader.load(new SourceFile(files.map().name(), "{}")).value().orElseThrow();
    }
}
