/** How gates are measured, as far as that needs no tool. */
@NullMarked
package io.qpf.gates.measure;

import org.jspecify.annotations.NullMarked;
