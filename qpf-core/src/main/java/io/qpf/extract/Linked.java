package io.qpf.extract;

import io.qpf.collection.Collection;
import io.qpf.graph.DependencyGraph;

/**
 * A collection that came through linking.
 *
 * @param folder where its files go below the output folder; empty for the output folder itself
 */
public record Linked(String folder, Collection collection, DependencyGraph graph) {}
