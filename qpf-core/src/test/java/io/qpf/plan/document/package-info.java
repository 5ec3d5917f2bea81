/** Tests of the views of documents. */
@NullMarked
package io.qpf.plan.document;

import org.jspecify.annotations.NullMarked;
