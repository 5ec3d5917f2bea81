package io.qpf.write;

/**
 * A generated file that somebody edited by hand.
 *
 * @param path below the output folder
 * @param line the first line, 1-based, that differs
 * @param diff unified, from what the extraction makes to what lies on disk
 */
public record Drift(String path, int line, String diff) {}
