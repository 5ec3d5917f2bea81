package io.qpf.policy;

/**
 * One alternative of a text, before anybody tries to read it as a condition.
 *
 * @param sentence which sentence of the text it belongs to
 */
record Piece(Slice slice, Lead lead, int sentence) {}
