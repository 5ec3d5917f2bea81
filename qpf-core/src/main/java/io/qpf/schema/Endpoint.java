package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.Optional;

/**
 * One route of an agent's API.
 *
 * @param name the operation; derived from the last segment of a bare path
 * @param method GET, POST, PUT, PATCH or DELETE
 */
public record Endpoint(
        Span span,
        Text name,
        Text path,
        String method,
        Optional<Located<Integer>> timeoutMs,
        Auth auth,
        Optional<Text> description) {
    /** What a caller must show. */
    public sealed interface Auth {
        /** Nothing. */
        record Open() implements Auth {}

        /** Any valid token. */
        record AnyToken() implements Auth {}

        /** A valid token with this scope. */
        record Scope(Text name) implements Auth {}
    }
}
