package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** The memory of an agent, layer by layer, in the order of {@link LayerKind}. */
public record MemoryTopology(Span span, List<MemoryLayer> layers, Optional<Sharing> sharing) {
    /** Whether and through which layer other agents see the memory. */
    public record Sharing(Located<Boolean> enabled, Optional<Text> layer, Optional<Text> purpose) {}

    public MemoryTopology {
        layers = List.copyOf(layers);
    }

    public Optional<MemoryLayer> layer(LayerKind kind) {
        return layers.stream().filter(it -> it.kind() == kind).findFirst();
    }
}
