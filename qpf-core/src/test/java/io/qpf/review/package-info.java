/** Tests of what counts. */
@NullMarked
package io.qpf.review;

import org.jspecify.annotations.NullMarked;
