/** Tests of the views of modules and tests. */
@NullMarked
package io.qpf.plan.view;

import org.jspecify.annotations.NullMarked;
