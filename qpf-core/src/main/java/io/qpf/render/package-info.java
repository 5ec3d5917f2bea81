/** Planned files become text, in memory. Knows plan, python and the template engine, which no other package sees. */
@NullMarked
package io.qpf.render;

import org.jspecify.annotations.NullMarked;
