/**
 * Readiness as files for machines and for people, one class a form; the history that trends need. Knows gates, source, the
 * pieces of the reports of findings, and the renderer with its escapes. Reads no disk and writes none.
 */
@NullMarked
package io.qpf.gates.report;

import org.jspecify.annotations.NullMarked;
