/** Tests of the catalogue: every rule has a page whose examples hold. */
@NullMarked
package io.qpf.extract;

import org.jspecify.annotations.NullMarked;
