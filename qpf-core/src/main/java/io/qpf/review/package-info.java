/** What counts of the findings: severities of one's own, allowances in files, a baseline. Knows source and diagnostics. */
@NullMarked
package io.qpf.review;

import org.jspecify.annotations.NullMarked;
