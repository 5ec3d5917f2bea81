/** What {@code qpf.fix} makes of files in which something is wrong, and that it does no harm. */
@NullMarked
package io.qpf.pack.mending;

import org.jspecify.annotations.NullMarked;
