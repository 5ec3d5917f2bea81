/** What a linked collection must keep to, one rule a file. Knows collection, graph, schema, policy. No files, no Python. */
@NullMarked
package io.qpf.rules;

import org.jspecify.annotations.NullMarked;
