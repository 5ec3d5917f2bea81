/** Bytes to schemas, maps and glue: the only user of SnakeYAML. */
@NullMarked
package io.qpf.schema.load;

import org.jspecify.annotations.NullMarked;
