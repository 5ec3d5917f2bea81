package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * How an agent reasons.
 *
 * @param scopeDays the temporal scope in days, where its text can be read ({@code rolling_365_days})
 * @param fusionMode how the knowledge fusion layer blends
 * @param retrainHours the interval between retrainings, in hours
 */
public record Reasoning(
        Span span,
        Optional<Text> framework,
        Optional<Text> model,
        List<Text> secondaryModels,
        List<Text> strategyModes,
        Optional<Text> temporalScope,
        Optional<Located<Integer>> scopeDays,
        Optional<Text> fusionMode,
        List<Text> sourceBlend,
        Optional<Text> feedbackPolicy,
        Optional<Text> rewardFunction,
        Optional<Text> penaltyFunction,
        Optional<Located<Integer>> retrainHours,
        List<Entry> extras) {
    public Reasoning {
        secondaryModels = List.copyOf(secondaryModels);
        strategyModes = List.copyOf(strategyModes);
        sourceBlend = List.copyOf(sourceBlend);
        extras = List.copyOf(extras);
    }
}
