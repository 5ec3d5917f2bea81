/** The layout, held against the real black and isort. */
@NullMarked
package io.qpf.python.layout;

import org.jspecify.annotations.NullMarked;
