package io.qpf.render;

import io.qpf.plan.PlannedFile;

/**
 * A planned file and its text.
 *
 * @param content written as UTF-8
 */
public record RenderedFile(PlannedFile planned, String content) {
    public String path() {
        return planned.path();
    }
}
