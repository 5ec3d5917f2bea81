/**
 * Python laid out as black does it: tokens, a small syntax tree, lines and how they split. Knows the JDK only.
 *
 * <p>The rules and their order are black's (26.5, line length 88, target 3.11), since its output is what a second formatter
 * compares with; the tests hold every construct against the real tool.
 */
@NullMarked
package io.qpf.python.layout;

import org.jspecify.annotations.NullMarked;
