package io.qpf.python.layout;

/**
 * One line of black's: a simple statement or the head of a compound one.
 *
 * @param tree its syntax
 * @param nested whether it stood behind a head in the same line, and goes into a block of its own
 */
record Statement(Node tree, boolean nested) {}
