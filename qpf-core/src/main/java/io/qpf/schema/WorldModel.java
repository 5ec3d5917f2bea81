package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * What an agent believes of its world. {@code sources} count as connectors.
 *
 * @param enabled true unless the schema says otherwise
 */
public record WorldModel(
        Span span,
        boolean enabled,
        List<Text> activeModels,
        List<Text> dataConnectors,
        Optional<Text> modelType,
        List<Text> useCases,
        Optional<Text> updateFrequency,
        Optional<Text> contextWindow,
        List<Entry> extras) {
    public WorldModel {
        activeModels = List.copyOf(activeModels);
        dataConnectors = List.copyOf(dataConnectors);
        useCases = List.copyOf(useCases);
        extras = List.copyOf(extras);
    }
}
