package io.qpf.render;

import io.qpf.plan.PlannedFile;

/**
 * A planned file and its text.
 *
 * @param path below the output folder, with forward slashes
 * @param content written as UTF-8
 */
public record RenderedFile(String path, PlannedFile planned, String content) {
    public RenderedFile(PlannedFile planned, String content) {
        this(planned.path(), planned, content);
    }

    /** The same file below a folder of the output. */
    public RenderedFile under(String folder) {
        return folder.isEmpty() ? this : new RenderedFile(folder + "/" + path, planned, content);
    }
}
