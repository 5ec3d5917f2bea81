package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * How an agent learns, and how far it may go alone.
 *
 * @param taskLimit the most tasks at once; empty if unlimited or not given
 * @param taskLimitText the words of the schema
 * @param decisionLatencyMaxMs the budget of one decision, in milliseconds
 * @param escalationTriggers conditions
 */
public record Learning(
        Span span,
        Optional<Text> architecture,
        List<Text> modules,
        List<Text> feedbackChannels,
        Optional<Text> updateMode,
        Optional<Located<Boolean>> autotune,
        Optional<Located<Boolean>> rollbackOnRegression,
        Optional<Text> stabilityThreshold,
        Optional<Text> optimizationTarget,
        Optional<Text> autonomyMode,
        Optional<Text> taskLimitText,
        Optional<Located<Integer>> taskLimit,
        Optional<Located<Integer>> decisionLatencyMaxMs,
        List<Text> escalationTriggers,
        List<Text> safetyLayer,
        List<Entry> extras) {
    public Learning {
        modules = List.copyOf(modules);
        feedbackChannels = List.copyOf(feedbackChannels);
        escalationTriggers = List.copyOf(escalationTriggers);
        safetyLayer = List.copyOf(safetyLayer);
        extras = List.copyOf(extras);
    }
}
