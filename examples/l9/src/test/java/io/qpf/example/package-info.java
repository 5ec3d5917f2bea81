/** The extracted example, tried by the real tools. */
@NullMarked
package io.qpf.example;

import org.jspecify.annotations.NullMarked;
