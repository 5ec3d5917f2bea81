/** Request in, outcome out: the whole way in a few lines. Knows every stage; only callers know it. */
@NullMarked
package io.qpf.extract;

import org.jspecify.annotations.NullMarked;
