package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.ExtractorMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the files of one collection lie.
 *
 * @param name the folder, relative to the input folder with forward slashes; empty if it is the input folder itself
 * @param schemas those that lie where the convention says, in the order of their names
 * @param extractor the collection's own extractor; the pack's stands in for it otherwise
 */
public record CollectionFiles(
        String name,
        Path folder,
        InputFile map,
        Optional<InputFile> glue,
        List<InputFile> schemas,
        Optional<InputFile> extractor) {
    /**
     * A file of a collection.
     *
     * @param name relative to the collection's folder, with forward slashes
     */
    public record InputFile(String name, Path path) {}

    public CollectionFiles {
        schemas = List.copyOf(schemas);
    }

    /** The schemas, and those that a map names at other places below its folder. */
    public List<InputFile> schemas(ExtractorMap map) {
        List<InputFile> all = new ArrayList<>(schemas);
        for (ExtractorMap.Step step : map.sequence()) {
            step.schemaFile().ifPresent(it -> follow(it.value(), all));
        }
        return all;
    }

    private void follow(String written, List<InputFile> all) {
        Path path;
        try {
            path = folder.resolve(written.strip().replace('\\', '/')).normalize();
        } catch (InvalidPathException e) {
            // Nothing can lie there; whoever links the step says that it is not here.
            return;
        }
        if (path.startsWith(folder.normalize()) && Files.isRegularFile(path)) {
            InputFile file =
                    new InputFile(folder.normalize().relativize(path).toString().replace('\\', '/'), path);
            if (all.stream().noneMatch(it -> it.name().equals(file.name()))) {
                all.add(file);
            }
        }
    }

    /**
     * Finds the collections: the folder itself if it holds a map, else each folder below it that does.
     *
     * @throws IOException if a folder cannot be listed
     */
    public static Result<List<CollectionFiles>> find(Path input) throws IOException {
        Findings findings = new Findings();
        List<CollectionFiles> found = new CollectionFinder(input, findings).find();
        Diagnostics diagnostics = findings.diagnostics();
        return found.isEmpty() ? Result.none(diagnostics) : Result.of(found, diagnostics);
    }
}
