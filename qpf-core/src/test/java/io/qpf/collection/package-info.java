/** Tests of linking. */
@NullMarked
package io.qpf.collection;

import org.jspecify.annotations.NullMarked;
