/** Tests of what makes the edits. */
@NullMarked
package io.qpf.fix;

import org.jspecify.annotations.NullMarked;
