/** What is wrong, where, and what to do now. Knows source. */
@NullMarked
package io.qpf.diagnostics;

import org.jspecify.annotations.NullMarked;
