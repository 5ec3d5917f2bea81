/** The Python tools: one environment, however many ask. */
@NullMarked
package io.qpf.gates.toolchain;

import org.jspecify.annotations.NullMarked;
