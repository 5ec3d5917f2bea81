package io.qpf.python;

/** Text that {@link SchemaText} has escaped for one host language. */
public record SafeText(String text) implements Safe {
    /** Only the escapers of this package may call text safe. */
    static SafeText escaped(String text) {
        return new SafeText(text);
    }
}
