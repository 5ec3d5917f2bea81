/** The only place that touches the output: one transaction, one lock. Knows render and diagnostics. */
@NullMarked
package io.qpf.write;

import org.jspecify.annotations.NullMarked;
