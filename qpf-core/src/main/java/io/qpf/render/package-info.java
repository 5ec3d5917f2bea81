/** Planned files become bytes, in memory. Knows plan. */
@NullMarked
package io.qpf.render;

import org.jspecify.annotations.NullMarked;
