package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * The map of a collection: order, dependency graph, shared configuration.
 *
 * @param allSteps whether the sequence holds each step that was written; one whose agent cannot be read is an error, and left out
 */
public record ExtractorMap(
        SourceFile source,
        Optional<Text> title,
        Optional<Text> purpose,
        Optional<Text> version,
        List<Step> sequence,
        boolean allSteps,
        List<Edge> edges,
        SharedConfiguration shared,
        List<Alias> aliases,
        Optional<Text> parallelOption,
        List<Entry> postExtractionSteps,
        List<Text> successCriteria,
        List<Remedy> troubleshooting,
        GateSettings gates,
        List<Entry> extras) {
    /**
     * One agent of the sequence.
     *
     * @param order the key of the step
     * @param outputRoot {@code Output_Root} of the extract command
     * @param dependencyLinks {@code Dependency_Links} of the extract command
     */
    public record Step(
            Located<Integer> order,
            Text agent,
            Optional<Text> schemaFile,
            Optional<Text> outputRoot,
            List<Text> dependencyLinks,
            Optional<Text> reason,
            List<Text> expectedArtifacts,
            List<Text> validationChecklist) {
        public Step {
            dependencyLinks = List.copyOf(dependencyLinks);
            expectedArtifacts = List.copyOf(expectedArtifacts);
            validationChecklist = List.copyOf(validationChecklist);
        }
    }

    /** {@code A -> B} (hard: A is extracted before B) or {@code A ->> B} (A observes B, soft). */
    public record Edge(Text from, Text to, boolean observes, Optional<Text> reason, Span span) {}

    /** Another name for an agent. */
    public record Alias(Text alias, Text agent) {}

    /** An issue and its solution. */
    public record Remedy(Text issue, Optional<Text> solution) {}

    public ExtractorMap {
        sequence = List.copyOf(sequence);
        edges = List.copyOf(edges);
        aliases = List.copyOf(aliases);
        postExtractionSteps = List.copyOf(postExtractionSteps);
        successCriteria = List.copyOf(successCriteria);
        troubleshooting = List.copyOf(troubleshooting);
        extras = List.copyOf(extras);
    }
}
