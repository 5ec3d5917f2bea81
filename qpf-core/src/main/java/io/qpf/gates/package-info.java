/** Gates and what came of them, as values. Knows source; no processes, no files, no layout of a report. */
@NullMarked
package io.qpf.gates;

import org.jspecify.annotations.NullMarked;
