package io.qpf.python;

/**
 * Text that a template may print as it is.
 *
 * <p>Sealed, so that nobody can declare a raw schema string safe: text becomes safe by one of the types here, each of which
 * escapes or checks when it is made.
 */
public sealed interface Safe permits PyIdentifier, PyExpr, SafeText {
    /** What the template prints. */
    String text();
}
