package io.qpf.render;

/** A template that cannot be rendered: says which, where and why. A fault of the pack or of an override, never of a schema. */
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RenderException(String message) {
        super(message);
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
