/** The real Python tools: a virtual environment from locked requirements, and runs of what is in it. Knows the JDK only. */
@NullMarked
package io.qpf.gates.toolchain;

import org.jspecify.annotations.NullMarked;
