/** Conditions: text to typed expressions. Knows source and diagnostics. */
@NullMarked
package io.qpf.policy;

import org.jspecify.annotations.NullMarked;
