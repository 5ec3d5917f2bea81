/** How diagnostics read, one file a form: the only place with layout or colour. Knows diagnostics and source. */
@NullMarked
package io.qpf.diagnostics.format;

import org.jspecify.annotations.NullMarked;
