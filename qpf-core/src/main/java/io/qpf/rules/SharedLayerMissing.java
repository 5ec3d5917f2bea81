package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.LayerKind;
import io.qpf.schema.MemoryLayer;
import io.qpf.schema.MemoryTopology;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Others are promised a memory that does not exist. */
final class SharedLayerMissing implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-218", Severity.WARNING, "An agent shares a memory layer that it does not have.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            MemoryTopology memory = agent.schema().memory();
            Optional<Text> layer =
                    memory.sharing().filter(it -> it.enabled().value()).flatMap(MemoryTopology.Sharing::layer);
            boolean missing = layer.isPresent() && memory.layers().stream().noneMatch(it -> isLayer(it, layer.get()));
            if (missing && Stream.of(LayerKind.values()).anyMatch(it -> isCalled(it, layer.get()))) {
                found.add(INFO.at(
                        layer.get().span(),
                        agent.name() + " shares its " + layer.get() + ", and has no such layer",
                        "describe the layer under memorytopology, or share another one"));
            }
        }
        return found;
    }

    private static boolean isLayer(MemoryLayer layer, Text name) {
        return isCalled(layer.kind(), name);
    }

    private static boolean isCalled(LayerKind kind, Text name) {
        String folded = Names.fold(name.value());
        return folded.equals(kind.key()) || folded.equals(kind.word());
    }
}
