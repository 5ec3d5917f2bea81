/** The pack, tried whole: goldens, random collections and the real tools. */
@NullMarked
package io.qpf.pack;

import org.jspecify.annotations.NullMarked;
