package io.qpf.plan.document;

import io.qpf.source.SourceFile;

/**
 * What turned a schema into files.
 *
 * @param pack the name of the extraction pack
 * @param extractor the extractor's text, the collection's own or the pack's
 */
public record Origin(String pack, SourceFile extractor) {}
