package io.qpf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of a module, for tests that hold them against the design. */
record SourceTree(Path root) {
    /**
     * A source file.
     *
     * @param path below the source root, with forward slashes
     */
    record JavaFile(String path, List<String> lines) {
        /** The package below {@code io.qpf}, such as {@code schema.load}. */
        String pack() {
            String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
            return folder.replace('/', '.').replaceFirst("^io\\.qpf\\.?", "");
        }

        @Override
        public String toString() {
            return path;
        }
    }

    List<JavaFile> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(it -> it.toString().endsWith(".java"))
                    .sorted()
                    .map(this::read)
                    .toList();
        }
    }

    private JavaFile read(Path file) {
        try {
            return new JavaFile(root.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
