package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.graph.DependencyGraph;
import io.qpf.source.SourceFile;
import java.util.Optional;

/**
 * A collection that came through linking.
 *
 * @param extractor the collection's own extractor, if it has one
 * @param folder where its files go below the output folder; empty for the output folder itself
 * @param place how messages name the folder that it was read from
 */
public record Linked(
        String folder, String place, Collection collection, DependencyGraph graph, Optional<SourceFile> extractor) {}
