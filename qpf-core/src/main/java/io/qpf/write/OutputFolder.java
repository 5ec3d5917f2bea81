package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that an extraction writes to.
 *
 * @param root absolute; links above and at it are the user's choice and followed
 */
record OutputFolder(Path root) {
    /** What lies at a path that no regular file lies at. */
    static final String ABSENT = "absent";

    static final String LINK = "link";
    static final String FOLDER = "folder";

    static OutputFolder at(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path existing = absolute;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return new OutputFolder(existing.toRealPath().resolve(existing.relativize(absolute)));
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    Path own(String name) {
        return root.resolve(OutputPaths.OWN_FOLDER).resolve(name);
    }

    /**
     * Whether a file at the path would lie below the root, wherever links lead.
     *
     * <p>The last segment is not followed: whoever writes replaces a link there, and never writes through it.
     */
    boolean contains(String path) throws IOException {
        Path parent = resolve(path).getParent();
        while (parent != null && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
            parent = parent.getParent();
        }
        if (parent == null || !parent.startsWith(root)) {
            // Nothing exists below the root yet, so no link can lead out of it.
            return resolve(path).normalize().startsWith(root);
        }
        return Files.exists(parent) && parent.toRealPath().startsWith(root);
    }

    /** The fingerprint of the regular file at a path, or one of the words above. */
    String state(String path) throws IOException {
        Path file = resolve(path);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Sha256.of(Files.readAllBytes(file));
        }
        if (Files.isSymbolicLink(file)) {
            return LINK;
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? FOLDER : ABSENT;
    }

    /** Whether everything below a folder is one of these files, or a folder with such a file below it. */
    boolean holdsOnly(String folder, Set<String> files) {
        try (Stream<Path> all = Files.walk(resolve(folder))) {
            return all.map(it -> root.relativize(it).toString().replace('\\', '/'))
                    .allMatch(it -> files.contains(it) || files.stream().anyMatch(file -> file.startsWith(it + "/")));
        } catch (IOException e) {
            return false;
        }
    }
}
