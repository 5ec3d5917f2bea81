/** The only place that escapes or lays out Python: identifiers, literals, text in every host language. Knows the JDK only. */
@NullMarked
package io.qpf.python;

import org.jspecify.annotations.NullMarked;
