package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** The files of an output folder that QPF did not write. */
public final class WorkspaceFiles {
    private final Path root;
    private final String prefix;
    private final Set<String> written;

    private WorkspaceFiles(Path root, String prefix, Set<String> written) {
        this.root = root;
        this.prefix = prefix;
        this.written = written;
    }

    /** Reads what QPF wrote from the lock. */
    public static WorkspaceFiles of(Path output) throws IOException {
        OutputFolder out = OutputFolder.at(output);
        try {
            return new WorkspaceFiles(
                    out.root(), "", Lock.read(out.own(Lock.NAME)).files().keySet());
        } catch (Lock.Unreadable e) {
            // The write says so; nothing can be told apart until then.
            return new WorkspaceFiles(out.root().resolve(OutputPaths.OWN_FOLDER), "", Set.of());
        }
    }

    /** Those of one folder below, by their paths in it; an empty name stands for the output itself. The lock is not read again. */
    public WorkspaceFiles below(String folder) {
        return folder.isEmpty() ? this : new WorkspaceFiles(root.resolve(folder), folder + "/", written);
    }

    /** Whether such a file, or a folder with such a file in it, stands at a path. */
    public boolean exists(String path) {
        if (OutputPaths.problem(path).isPresent()) {
            return false;
        }
        Path file = root.resolve(path);
        return Files.isDirectory(file) ? hasOwn(file) : Files.exists(file) && !isWritten(path);
    }

    private boolean isWritten(String path) {
        return written.contains(prefix + path);
    }

    private boolean hasOwn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(it -> root.relativize(it).toString().replace('\\', '/'))
                    .anyMatch(it -> !isWritten(it) && !it.contains("__pycache__"));
        } catch (IOException e) {
            return false;
        }
    }
}
