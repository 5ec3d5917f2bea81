package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** What a map says of gates: thresholds of its own, and who vouches for what no gate can measure. */
public record GateSettings(List<Threshold> thresholds, List<SignOff> signOffs) {
    /**
     * A threshold.
     *
     * @param gate the gate's id
     * @param agent whose it is; empty for the collection
     * @param reason why it may lie below QPF's own
     */
    public record Threshold(Text gate, Optional<Text> agent, double value, Optional<Text> reason) {}

    /**
     * Somebody's word.
     *
     * @param item the sentence of the map, in any case
     */
    public record SignOff(Text item, Text by, Optional<Text> on, Optional<Text> note) {}

    public GateSettings {
        thresholds = List.copyOf(thresholds);
        signOffs = List.copyOf(signOffs);
    }
}
