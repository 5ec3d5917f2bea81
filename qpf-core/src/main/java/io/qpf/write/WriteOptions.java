package io.qpf.write;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.render.RenderedFile;
import io.qpf.source.SourceFile;
import java.util.List;

/**
 * How to write.
 *
 * @param displayName how messages name the output folder
 * @param overwriteDrift whether hand edits of generated files may be overwritten
 * @param linkCheck what to ask of a file of the workspace's own that stands in for a planned one
 */
public record WriteOptions(String displayName, boolean overwriteDrift, LinkCheck linkCheck) {
    /** Compares a file of the workspace's own with the planned one that it stands in for. */
    @FunctionalInterface
    public interface LinkCheck {
        List<Diagnostic> check(RenderedFile planned, SourceFile existing);
    }
}
