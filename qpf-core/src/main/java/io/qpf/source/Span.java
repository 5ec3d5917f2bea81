package io.qpf.source;

/**
 * A stretch of a source file.
 *
 * @param end the position just behind the last character
 */
public record Span(SourceFile file, Position start, Position end) {
    @Override
    public String toString() {
        return file.path() + ":" + start;
    }
}
