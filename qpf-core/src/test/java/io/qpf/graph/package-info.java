/** Tests of the dependency graph. */
@NullMarked
package io.qpf.graph;

import org.jspecify.annotations.NullMarked;
