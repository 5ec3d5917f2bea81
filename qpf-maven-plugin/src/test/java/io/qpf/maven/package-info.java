/** The goals as Maven sees them, and what they say. */
@NullMarked
package io.qpf.maven;

import org.jspecify.annotations.NullMarked;
