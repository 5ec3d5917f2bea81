package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.graph.DependencyGraph;

/**
 * A collection that came through linking.
 *
 * @param folder below the input folder, with forward slashes; empty for the input folder itself
 */
public record Linked(String folder, Collection collection, DependencyGraph graph) {}
