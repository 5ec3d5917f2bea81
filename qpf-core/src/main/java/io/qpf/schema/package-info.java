/** What people wrote, as immutable values with their spans. No YAML, no Python. */
@NullMarked
package io.qpf.schema;

import org.jspecify.annotations.NullMarked;
