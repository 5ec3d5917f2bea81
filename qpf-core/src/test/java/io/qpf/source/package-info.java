/** Tests of places in source files. */
@NullMarked
package io.qpf.source;

import org.jspecify.annotations.NullMarked;
