/** What the Python templates show: facts of a plan as safe values, nothing that still has to be decided. */
@NullMarked
package io.qpf.plan.view;

import org.jspecify.annotations.NullMarked;
