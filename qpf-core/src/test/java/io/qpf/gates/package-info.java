/** Gates as values. */
@NullMarked
package io.qpf.gates;

import org.jspecify.annotations.NullMarked;
