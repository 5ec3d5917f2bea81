/** What the tests of several modules share: the real Python tools. */
@NullMarked
package io.qpf.testing;

import org.jspecify.annotations.NullMarked;
