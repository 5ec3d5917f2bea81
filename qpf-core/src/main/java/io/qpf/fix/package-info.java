/** Makes the edits that findings carry, in texts: no more than those, and none that meet. Knows source and diagnostics. */
@NullMarked
package io.qpf.fix;

import org.jspecify.annotations.NullMarked;
