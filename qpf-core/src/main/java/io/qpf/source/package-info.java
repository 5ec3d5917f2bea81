/** Text as it lies on disk and places in it. Knows the JDK only. */
@NullMarked
package io.qpf.source;

import org.jspecify.annotations.NullMarked;
