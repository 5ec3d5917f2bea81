/** What everything that is not Python shows: documents, collection files, manifests. Knows plan, collection, graph and python. */
@NullMarked
package io.qpf.plan.document;

import org.jspecify.annotations.NullMarked;
