/** From a linked collection to the files that it becomes. Knows collection, graph and python; no template text, no disk. */
@NullMarked
package io.qpf.plan;

import org.jspecify.annotations.NullMarked;
