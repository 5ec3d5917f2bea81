package io.qpf.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that somebody asked for by name: the old file or the new one, and nothing between the two. */
public final class TextFiles {
    private TextFiles() {}

    /** Writes the text in UTF-8, and makes the folders above it. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path fresh = whole.resolveSibling("." + whole.getFileName() + ".tmp");
        Files.createDirectories(whole.resolveSibling(".").normalize());
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
