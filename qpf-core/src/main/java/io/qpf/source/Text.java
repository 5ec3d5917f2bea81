package io.qpf.source;

import java.util.Optional;

/**
 * A text value and where it was written.
 *
 * <p>The value is what the text means, the span what lies on disk: quotes, escapes and folding stand between the two.
 */
public record Text(String value, Span span) {
    /** The span of a part of the value, given by offsets in UTF-16 units, as it lies on disk. */
    public Span part(int from, int to) {
        Optional<Span> counted = Verbatim.part(this, from, to);
        return counted.isPresent() ? counted.get() : TextAlignment.of(this).part(from, to);
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return value;
    }
}
