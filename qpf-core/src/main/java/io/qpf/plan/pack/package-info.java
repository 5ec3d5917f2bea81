/** The extraction pack as data: archetypes, tests, documents and what each is made from. */
@NullMarked
package io.qpf.plan.pack;

import org.jspecify.annotations.NullMarked;
