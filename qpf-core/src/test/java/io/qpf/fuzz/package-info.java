/** What a fuzzer is let loose on, and the inputs that it found, which every build tries again. */
@NullMarked
package io.qpf.fuzz;

import org.jspecify.annotations.NullMarked;
