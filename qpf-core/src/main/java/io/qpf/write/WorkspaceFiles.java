package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The files of an output folder that QPF did not write. */
public final class WorkspaceFiles {
    private final Path root;
    private final Set<String> written;

    private WorkspaceFiles(Path root, Set<String> written) {
        this.root = root;
        this.written = written;
    }

    /**
     * Reads what QPF wrote from the lock.
     *
     * @param folder a collection's folder below the output, empty for the output itself
     */
    public static WorkspaceFiles of(Path output, String folder) throws IOException {
        OutputFolder out = OutputFolder.at(output);
        try {
            return new WorkspaceFiles(
                    out.resolve(folder), Lock.read(out.own(Lock.NAME)).below(folder));
        } catch (Lock.Unreadable e) {
            // The write says so; nothing can be told apart until then.
            return new WorkspaceFiles(out.resolve(folder).resolve(OutputPaths.OWN_FOLDER), Set.of());
        }
    }

    /** Whether such a file, or a folder with such a file in it, stands at a path. */
    public boolean exists(String path) {
        if (OutputPaths.problem(path).isPresent()) {
            return false;
        }
        Path file = root.resolve(path);
        return Files.isDirectory(file) ? hasOwn(file) : Files.exists(file) && !written.contains(path);
    }

    private boolean hasOwn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(it -> root.relativize(it).toString().replace('\\', '/'))
                    .anyMatch(it -> !written.contains(it) && !it.contains("__pycache__"));
        } catch (IOException e) {
            return false;
        }
    }
}
