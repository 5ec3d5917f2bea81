package io.qpf.plan.document;

/** How documents name files. */
final class Paths {
    private Paths() {}

    /** The path relative to a folder if it lies there, else as it is. */
    static String below(String folder, String path) {
        return path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }
}
