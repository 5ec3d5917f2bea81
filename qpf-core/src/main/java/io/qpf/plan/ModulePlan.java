package io.qpf.plan;

import io.qpf.plan.pack.Archetype;
import java.util.List;
import java.util.Optional;

/**
 * A module to generate.
 *
 * @param path below the output, such as {@code L9/core/tensoraios/tensor_scorer.py}
 * @param purpose the schema's words, or the archetype's
 * @param peer for a client or bridge: the agent or service that it speaks to
 * @param calls for a client: the operations of its peer that it calls
 * @param strategies the strategy modes that fall to the module
 * @param addedFor why QPF adds it, as a clause behind "since"; empty if the schema lists it
 * @param keys the dotted schema keys that it comes from, those that the schema gives
 */
public record ModulePlan(
        String path,
        Archetype archetype,
        String className,
        String purpose,
        Optional<String> peer,
        List<String> calls,
        List<String> strategies,
        Optional<String> addedFor,
        List<String> keys) {
    public ModulePlan {
        calls = List.copyOf(calls);
        strategies = List.copyOf(strategies);
        keys = List.copyOf(keys);
    }

    /** The same as a client that calls these. */
    ModulePlan calling(List<String> operations) {
        return new ModulePlan(path, archetype, className, purpose, peer, operations, strategies, addedFor, keys);
    }

    /** The same with the strategy modes that fall to it. */
    ModulePlan deciding(List<String> modes) {
        return new ModulePlan(path, archetype, className, purpose, peer, calls, modes, addedFor, keys);
    }

    /** Whether QPF adds it to what the schema lists. */
    public boolean added() {
        return addedFor.isPresent();
    }

    /** The file name without its ending. */
    public String stem() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".py".length());
    }

    /** The dotted name, such as {@code L9.core.tensoraios.tensor_scorer}; a package's own name for its init file. */
    public String dotted() {
        String module = path.substring(0, path.length() - ".py".length()).replace('/', '.');
        return module.endsWith(".__init__") ? module.substring(0, module.length() - ".__init__".length()) : module;
    }
}
