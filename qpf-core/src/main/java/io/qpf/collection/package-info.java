/** Map, glue and schemas linked: agents, wirings, shared backends. Knows schema and policy. */
@NullMarked
package io.qpf.collection;

import org.jspecify.annotations.NullMarked;
