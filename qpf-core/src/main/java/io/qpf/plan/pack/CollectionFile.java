package io.qpf.plan.pack;

/**
 * A file of the collection as a whole.
 *
 * @param path with {@code {root}} and {@code {ecosystem}} in it
 */
public record CollectionFile(String path, String template) {}
