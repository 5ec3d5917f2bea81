/** Tests of documents, collection files and manifests. */
@NullMarked
package io.qpf.pack.document;

import org.jspecify.annotations.NullMarked;
