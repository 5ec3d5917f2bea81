package io.qpf.schema;

import io.qpf.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One agent as its schema describes it, in the normal form of v6.
 *
 * @param keys the dotted keys that the schema gives, one and two levels deep ({@code governance.auditscope}), as written
 *     in the normal form; the plan names them in banners
 * @param empty those of the keys that have no value, or a list or mapping that holds nothing
 * @param extras what the schema says beyond the known keys, so that nothing is dropped
 */
public record AgentSchema(
        SourceFile source,
        Identity identity,
        Integration integration,
        Governance governance,
        MemoryTopology memory,
        Communication communication,
        Reasoning reasoning,
        Collaboration collaboration,
        Learning learning,
        WorldModel worldModel,
        FileDirectives files,
        Deployment deployment,
        Metadata metadata,
        PacketRouting packetRouting,
        List<Entry> reasoningPipeline,
        Optional<Entry> feedbackCycle,
        Bindings bindings,
        List<Contract> contracts,
        List<Entry> extras,
        Set<String> keys,
        Set<String> empty) {
    public AgentSchema {
        reasoningPipeline = List.copyOf(reasoningPipeline);
        contracts = List.copyOf(contracts);
        extras = List.copyOf(extras);
        keys = Set.copyOf(keys);
        empty = Set.copyOf(empty);
    }

    /** Whether the schema says something under a key, be it of the wrong type and so in no other component. */
    public boolean says(String key) {
        return keys.contains(key) && !empty.contains(key);
    }

    /** The name that people call the agent by. */
    public String name() {
        return identity.name().value();
    }
}
