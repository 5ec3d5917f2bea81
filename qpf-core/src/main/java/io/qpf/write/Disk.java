package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The steps that change a disk, one system call each, so that tests can stop the world between any two. */
interface Disk {
    Disk REAL = new Disk() {};

    default void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    default void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    /** Replaces what lies at the target; a link there is replaced itself, not followed. */
    default void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives what lies at a place, a link itself too, a second name. Where a disk knows no such thing, the first one goes. */
    default void keep(Path file, Path kept) throws IOException {
        try {
            Files.createLink(kept, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(file, kept, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    default void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }
}
