/** Waves, cycles and the critical path. Knows the collection, and is the only user of JGraphT. */
@NullMarked
package io.qpf.graph;

import org.jspecify.annotations.NullMarked;
