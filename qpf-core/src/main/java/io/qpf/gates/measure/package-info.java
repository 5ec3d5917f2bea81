/**
 * Measures an extracted tree: what to expect of it, which tools run, what still holds from before, and what it all says.
 * Alone starts processes, through the toolchain; writes nothing but its own working folder.
 */
@NullMarked
package io.qpf.gates.measure;

import org.jspecify.annotations.NullMarked;
