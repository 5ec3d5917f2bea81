/** Tests of the rules: a finding and a clean collection for each. */
@NullMarked
package io.qpf.rules;

import org.jspecify.annotations.NullMarked;
