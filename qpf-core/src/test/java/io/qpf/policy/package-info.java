/** Tests of the policy language. */
@NullMarked
package io.qpf.policy;

import org.jspecify.annotations.NullMarked;
