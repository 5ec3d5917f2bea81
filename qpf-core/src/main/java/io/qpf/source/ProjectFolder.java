package io.qpf.source;

import java.nio.file.Path;

/** The folder that messages name files relative to. */
public record ProjectFolder(Path path) {
    public ProjectFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * How messages name a path: relative to the project if it lies below it, with forward slashes. The project itself is a
     * dot, since nothing at all would make what lies below it look like the root of the disk.
     */
    public String display(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path shown = whole.startsWith(path) ? path.relativize(whole) : whole;
        return shown.equals(Path.of("")) ? "." : shown.toString().replace('\\', '/');
    }
}
