package io.qpf.gates.toolchain;

/** The tools cannot be had: no Python, a Python that is too old, or packages that cannot be reached. */
public final class ToolchainException extends Exception {
    private static final long serialVersionUID = 1L;

    public ToolchainException(String message) {
        super(message);
    }
}
