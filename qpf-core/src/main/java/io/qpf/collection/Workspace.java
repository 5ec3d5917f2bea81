package io.qpf.collection;

/** What exists beside the schemas: files of the workspace and of the foundation. */
@FunctionalInterface
public interface Workspace {
    /** Knows no file at all. */
    Workspace EMPTY = path -> false;

    /** Whether a file or folder stands at this path, such as {@code L9/core} or {@code L9/core/events.py}, with forward slashes. */
    boolean exists(String path);
}
