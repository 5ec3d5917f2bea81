package io.qpf.gates;

import io.qpf.source.Position;
import java.util.List;
import java.util.Optional;

/**
 * A sentence of the map that must hold before deployment: a success criterion, or an item of an agent's checklist.
 *
 * @param agent whose checklist it stands in; empty for a success criterion of the collection
 * @param file the map, as messages name it
 * @param gates the ids of the gates that prove it; empty for a manual item
 * @param signOff who vouches for a manual item; empty while nobody does
 * @param met whether its gates passed, or somebody signed
 */
public record Criterion(
        Optional<String> agent,
        String sentence,
        String file,
        Position position,
        List<String> gates,
        Optional<SignOff> signOff,
        boolean met) {
    /** Somebody's word for a manual item. */
    public record SignOff(String by, Optional<String> on, Optional<String> note) {}

    public Criterion {
        gates = List.copyOf(gates);
    }

    public boolean manual() {
        return gates.isEmpty();
    }
}
