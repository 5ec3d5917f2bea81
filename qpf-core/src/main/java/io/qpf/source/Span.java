package io.qpf.source;

import java.util.Optional;

/**
 * A stretch of a source file.
 *
 * @param end the position just behind the last character
 */
public record Span(SourceFile file, Position start, Position end) {
    /** What stands there as it lies on disk; empty if it is more than a part of one line. */
    public Optional<String> raw() {
        if (start.line() != end.line() || end.compareTo(start) < 0) {
            return Optional.empty();
        }
        String line = file.line(start.line());
        int points = line.codePointCount(0, line.length());
        if (end.column() - 1 > points) {
            return Optional.empty();
        }
        return Optional.of(line.substring(
                line.offsetByCodePoints(0, start.column() - 1), line.offsetByCodePoints(0, end.column() - 1)));
    }

    @Override
    public String toString() {
        return file.path() + ":" + start;
    }
}
