package io.qpf.diagnostics;

import java.util.Optional;

/**
 * What a stage made and what it found on the way.
 *
 * @param value empty if the findings left nothing that could be made truthfully
 */
public record Result<T>(Optional<T> value, Diagnostics diagnostics) {
    public static <T> Result<T> of(T value, Diagnostics diagnostics) {
        return new Result<>(Optional.of(value), diagnostics);
    }

    public static <T> Result<T> none(Diagnostics diagnostics) {
        return new Result<>(Optional.empty(), diagnostics);
    }
}
