package io.qpf.extract;

/** The stages of an extraction, in their order. */
public enum Stage {
    LOAD,
    LINK,
    CHECK,
    PLAN,
    RENDER,
    WRITE
}
