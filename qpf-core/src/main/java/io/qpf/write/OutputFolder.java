package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that an extraction writes to.
 *
 * @param root absolute; links above and at it are the user's choice and followed
 */
record OutputFolder(Path root) {
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
