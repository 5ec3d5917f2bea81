package io.qpf.extract;

import io.qpf.diagnostics.FailOn;
import io.qpf.review.Baseline;
import io.qpf.review.Settings;
import io.qpf.source.ProjectFolder;
import java.nio.file.Path;
import java.util.Map;

/**
 * What to extract, from where, to where.
 *
 * @param project the folder that messages name files relative to
 * @param input one collection, or a folder of collections
 * @param output the folder to write to
 * @param domain people's own Python, copied beside the agents; need not exist
 * @param templates templates that replace the pack's, one by one; need not exist
 * @param threads how many files to render at once
 * @param overwrite whether hand edits of generated files may be overwritten
 * @param settings what counts of the findings
 */
public record Request(
        Path project,
        Path input,
        Path output,
        Path domain,
        Path templates,
        int threads,
        boolean overwrite,
        Settings settings) {
    public Request {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread renders: " + threads);
        }
    }

    /** The same, where hand edits are no obstacle. */
    public Request overwriting() {
        return new Request(project, input, output, domain, templates, threads, true, settings);
    }

    /** A request where findings count as usual, or warnings as errors do. */
    public Request(
            Path project,
            Path input,
            Path output,
            Path domain,
            Path templates,
            int threads,
            boolean failOnWarning,
            boolean overwrite) {
        this(
                project,
                input,
                output,
                domain,
                templates,
                threads,
                overwrite,
                failOnWarning ? new Settings(FailOn.WARNING, Map.of(), Baseline.NONE) : Settings.USUAL);
    }

    /** How messages name a path: relative to the project if it lies below it. */
    public String display(Path path) {
        return new ProjectFolder(project).display(path);
    }
}
