package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * Which files an agent consists of ({@code cursorinstructions}).
 *
 * @param manifest where the manifest goes; derived if not given
 */
public record FileDirectives(
        Span span,
        List<Text> createIfMissing,
        List<GeneratedFile> generateFiles,
        List<Text> linkExisting,
        List<Text> generateDocs,
        List<Text> logging,
        Optional<Text> manifest,
        boolean validateDependencies,
        boolean generateTests,
        List<Entry> extras) {
    /**
     * A module to generate.
     *
     * @param path relative to the rootpath, or from the root
     * @param archetype overrides what the name says
     * @param peer the agent that a client or bridge is for ({@code for})
     */
    public record GeneratedFile(Text path, Optional<Text> archetype, Optional<Text> peer, Optional<Text> purpose) {}

    public FileDirectives {
        createIfMissing = List.copyOf(createIfMissing);
        generateFiles = List.copyOf(generateFiles);
        linkExisting = List.copyOf(linkExisting);
        generateDocs = List.copyOf(generateDocs);
        logging = List.copyOf(logging);
        extras = List.copyOf(extras);
    }
}
