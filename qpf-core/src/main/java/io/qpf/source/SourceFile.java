package io.qpf.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A text file as it lies on disk.
 *
 * @param path how messages name the file: relative to the project, with forward slashes
 * @param text the whole content, decoded
 */
public record SourceFile(String path, String text) {
    /** The line without its end, or an empty string past the last one. Lines are 1-based. */
    public String line(int number) {
        List<String> lines = text.lines().toList();
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The span for what concerns the file as a whole. */
    public Span start() {
        return new Span(this, Position.START, Position.START);
    }

    @Override
    public String toString() {
        return path;
    }

    /** The SHA-256 of the text in UTF-8, without a byte order mark, in small hexadecimal letters. */
    public String sha256() {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
