/** Readiness as files, each read by somebody else's reader. */
@NullMarked
package io.qpf.gates.report;

import org.jspecify.annotations.NullMarked;
