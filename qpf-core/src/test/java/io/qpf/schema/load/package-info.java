/** Tests of loading. */
@NullMarked
package io.qpf.schema.load;

import org.jspecify.annotations.NullMarked;
