package io.qpf.policy;

/**
 * One alternative of a text, before anybody tries to read it as a condition.
 *
 * @param sentence which sentence of the text it belongs to
 * @param first whether it opens its sentence
 */
record Piece(Slice slice, Lead lead, int sentence, boolean first) {}
