/** The real Python tools: a virtual environment from locked requirements, and runs of what is in it. Knows source, for fingerprints. */
@NullMarked
package io.qpf.gates.toolchain;

import org.jspecify.annotations.NullMarked;
