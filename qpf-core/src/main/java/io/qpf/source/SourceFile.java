package io.qpf.source;

import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text file as it lies on disk. Two are equal if path and text are. */
public final class SourceFile {
    private final String path;
    private final String text;

    /** Worked out at the first question, since most files are never asked; the same whoever answers first. */
    private @Nullable LineStarts lines;

    /**
     * A file that was read.
     *
     * @param path how messages name the file: relative to the project, with forward slashes
     * @param text the whole content, decoded
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** How messages name the file. */
    public String path() {
        return path;
    }

    /** The whole content. */
    public String text() {
        return text;
    }

    /** The line without its end, or an empty string past the last one. Lines are 1-based. */
    public String line(int number) {
        return lines().line(number);
    }

    LineStarts lines() {
        LineStarts known = lines;
        if (known == null) {
            known = new LineStarts(text);
            lines = known;
        }
        return known;
    }

    /** The same file with some of its lines, each at its place: enough to show findings long after the rest was let go. */
    public SourceFile excerpt(BitSet shown) {
        if (text.isEmpty()) {
            return this;
        }
        StringBuilder kept = new StringBuilder();
        int last = 1;
        for (int line = shown.nextSetBit(1); line > 0; line = shown.nextSetBit(line + 1)) {
            kept.append("\n".repeat(line - last)).append(line(line));
            last = line;
        }
        return new SourceFile(path, kept.append('\n').toString());
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The span for what concerns the file as a whole. */
    public Span start() {
        return new Span(this, Position.START, Position.START);
    }

    /** The SHA-256 of the text in UTF-8, without a byte order mark, in small hexadecimal letters. */
    public String sha256() {
        return Sha256.of(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceFile file && path.equals(file.path) && text.equals(file.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, text);
    }

    @Override
    public String toString() {
        return path;
    }
}
