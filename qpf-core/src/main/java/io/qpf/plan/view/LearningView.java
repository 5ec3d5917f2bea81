package io.qpf.plan.view;

import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import java.util.List;
import java.util.stream.Stream;

/** How an agent learns. Lists are tuples. */
public record LearningView(
        SchemaText architecture,
        PyExpr modules,
        PyExpr channels,
        List<SchemaText> channelNames,
        SchemaText updateMode,
        PyExpr autotune,
        PyExpr rollbackOnRegression,
        PyExpr stabilityThreshold,
        SchemaText target,
        PyExpr retrainHours,
        boolean retrains,
        List<TriggerView> reward,
        List<TriggerView> penalty) {
    public LearningView {
        channelNames = List.copyOf(channelNames);
        reward = List.copyOf(reward);
        penalty = List.copyOf(penalty);
    }

    /** The boundaries of both functions. */
    public List<BoundaryView> boundaries() {
        return Stream.concat(reward.stream(), penalty.stream())
                .flatMap(it -> it.boundaries().stream())
                .toList();
    }

    public boolean hasBoundaries() {
        return !boundaries().isEmpty();
    }

    public boolean hasChannels() {
        return !channelNames.isEmpty();
    }
}
