package io.qpf.write;

import io.qpf.plan.PlannedFile;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rendered files and trees on disk, as tests write them down. */
final class Trees {
    private Trees() {}

    static RenderedFile module(String path, String content) {
        return file(path, content, PlannedFile.Kind.MODULE);
    }

    static RenderedFile foundation(String path, String content) {
        return file(path, content, PlannedFile.Kind.FOUNDATION);
    }

    private static RenderedFile file(String path, String content, PlannedFile.Kind kind) {
        return new RenderedFile(
                new PlannedFile.Copied(path, Optional.of("Agent"), List.of("system"), kind, "origin.py", content),
                content);
    }

    static WriteOptions options() {
        return new WriteOptions("out", false, (planned, existing) -> List.of());
    }

    static WriteOptions overwriting() {
        return new WriteOptions("out", true, (planned, existing) -> List.of());
    }

    /** Every file, with its text, and every folder, with a slash. */
    static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (!Files.exists(root)) {
            return found;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                found.put(root.relativize(folder) + "/", "");
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String text = attributes.isSymbolicLink()
                        ? "-> " + Files.readSymbolicLink(file)
                        : Files.readString(file, StandardCharsets.UTF_8);
                found.put(root.relativize(file).toString(), text);
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
