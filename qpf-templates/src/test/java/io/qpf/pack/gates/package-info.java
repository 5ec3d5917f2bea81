/** The gates on extracted collections: what passes, and what each planted defect does to them. */
@NullMarked
package io.qpf.pack.gates;

import org.jspecify.annotations.NullMarked;
