/** Tests of how diagnostics read. */
@NullMarked
package io.qpf.diagnostics.format;

import org.jspecify.annotations.NullMarked;
