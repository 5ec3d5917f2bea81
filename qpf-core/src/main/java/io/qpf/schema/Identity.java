package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * Who an agent is.
 *
 * @param title what {@code system} calls it, or the name
 * @param rootPath where its modules stand, with forward slashes, such as {@code L9/core/tensoraios}
 * @param about texts that describe it beside the role: title, purpose, summary, description
 */
public record Identity(
        Text title,
        Text name,
        Optional<Text> module,
        Optional<Text> role,
        Text rootPath,
        Text version,
        Optional<Text> owner,
        Optional<Text> created,
        List<Entry> about) {
    public Identity {
        about = List.copyOf(about);
    }
}
