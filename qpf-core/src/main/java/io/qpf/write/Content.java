package io.qpf.write;

import io.qpf.render.RenderedFile;
import io.qpf.source.Sha256;
import java.util.List;

/**
 * A rendered file with the fingerprint of its text, which several steps of a write need.
 *
 * @param fingerprint of the bytes in UTF-8
 */
record Content(RenderedFile file, String fingerprint) {
    /** In the order of the files. */
    static List<Content> of(List<RenderedFile> files) {
        return files.parallelStream().map(Content::of).toList();
    }

    private static Content of(RenderedFile file) {
        return new Content(file, Sha256.of(file.content()));
    }
}
