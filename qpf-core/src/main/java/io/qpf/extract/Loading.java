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
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of one collection; all findings of all files come out together. */
final class Loading {
    private final String folder;
    private Diagnostics diagnostics = Diagnostics.NONE;

    private Loading(String folder) {
        this.folder = folder;
    }

    /** A loader of one kind of file. */
    private interface Loader<T> {
        Result<T> load(String path, byte[] bytes);
    }

    static Result<Sources> load(CollectionFiles files, String folder) throws IOException {
        return new Loading(folder).load(files);
    }

    private Result<Sources> load(CollectionFiles files) throws IOException {
        Optional<ExtractorMap> map = read(files.map(), MapLoader::load);
        Optional<Glue> glue = Optional.empty();
        if (files.glue().isPresent()) {
            glue = read(files.glue().get(), GlueLoader::load);
        }
        List<AgentSchema> schemas = new ArrayList<>();
        for (InputFile file : files.schemas()) {
            read(file, SchemaLoader::load).ifPresent(schemas::add);
        }
        boolean complete = schemas.size() == files.schemas().size()
                && glue.isPresent() == files.glue().isPresent();
        Optional<Glue> found = glue;
        // What could not be read at all would look like a name that nobody has.
        return new Result<>(map.filter(it -> complete).map(it -> new Sources(folder, it, found, schemas)), diagnostics);
    }

    private <T> Optional<T> read(InputFile file, Loader<T> loader) throws IOException {
        Result<T> result = loader.load(folder + "/" + file.name(), Files.readAllBytes(file.path()));
        diagnostics = diagnostics.plus(result.diagnostics());
        return result.value();
    }
}
