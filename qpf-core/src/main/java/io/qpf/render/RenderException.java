package io.qpf.render;

import java.util.Optional;

/** A template that cannot be rendered: says which, where and why. A fault of the pack or of an override, never of a schema. */
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<TemplateFault> fault;

    public RenderException(String message) {
        super(message);
        fault = Optional.empty();
    }

    public RenderException(String message, Throwable cause) {
        super(message, cause);
        fault = Optional.empty();
    }

    RenderException(TemplateFault fault) {
        super(fault.text());
        this.fault = Optional.of(fault);
    }

    RenderException(TemplateFault fault, Throwable cause) {
        super(fault.text(), cause);
        this.fault = Optional.of(fault);
    }

    /** The place; empty where nobody knows it. */
    public Optional<TemplateFault> fault() {
        return fault;
    }
}
