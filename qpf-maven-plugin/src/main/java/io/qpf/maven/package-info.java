/** One class a goal: parameters, a request to the core, its result. The only user of Maven's API. */
@NullMarked
package io.qpf.maven;

import org.jspecify.annotations.NullMarked;
