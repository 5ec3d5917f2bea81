package io.qpf.collection;

/** What exists beside the schemas: files of the workspace and of the foundation. */
@FunctionalInterface
public interface Workspace {
    /** Knows no file at all. */
    Workspace EMPTY = path -> false;

    /** Whether a file or folder stands at this path, relative to the root folder, with forward slashes. */
    boolean exists(String path);
}
