package io.qpf.plan.document;

import io.qpf.python.SchemaText;
import io.qpf.schema.Learning;
import io.qpf.schema.WorldModel;
import java.util.Optional;
import java.util.stream.Stream;

/** How an agent learns, how far it may go alone, and what it believes of its world. */
public record LearningFacts(
        Optional<SchemaText> architecture,
        Group<SchemaText> modules,
        Group<SchemaText> feedbackChannels,
        Optional<SchemaText> updateMode,
        Optional<SchemaText> autotune,
        Optional<SchemaText> rollback,
        Optional<SchemaText> stabilityThreshold,
        Optional<SchemaText> target,
        Optional<SchemaText> autonomyMode,
        Optional<SchemaText> taskLimit,
        Optional<Integer> decisionLatencyMs,
        Group<SchemaText> safetyLayer,
        Group<FreeFact> extras) {
    /** What the agent believes of its world. */
    public record WorldFacts(
            boolean enabled,
            Optional<SchemaText> modelType,
            Group<SchemaText> models,
            Group<SchemaText> connectors,
            Group<SchemaText> useCases,
            Optional<SchemaText> updateFrequency,
            Optional<SchemaText> contextWindow,
            Group<FreeFact> extras) {
        static WorldFacts of(WorldModel world) {
            return new WorldFacts(
                    world.enabled(),
                    Show.text(world.modelType()),
                    Show.texts(world.activeModels()),
                    Show.texts(world.dataConnectors()),
                    Show.texts(world.useCases()),
                    Show.text(world.updateFrequency()),
                    Show.text(world.contextWindow()),
                    Show.entries(world.extras()));
        }
    }

    static LearningFacts of(Learning learning) {
        return new LearningFacts(
                Show.text(learning.architecture()),
                Show.texts(learning.modules()),
                Show.texts(learning.feedbackChannels()),
                Show.text(learning.updateMode()),
                learning.autotune().map(it -> Show.text(it.value())),
                learning.rollbackOnRegression().map(it -> Show.text(it.value())),
                Show.text(learning.stabilityThreshold()),
                Show.text(learning.optimizationTarget()),
                Show.text(learning.autonomyMode()),
                Show.text(learning.taskLimitText()),
                learning.decisionLatencyMaxMs().map(it -> it.value()),
                Show.texts(learning.safetyLayer()),
                Show.entries(learning.extras()));
    }

    /** Whether the schema says how the agent learns. */
    public boolean said() {
        return Stream.of(architecture, updateMode, autotune, rollback, stabilityThreshold, target)
                        .anyMatch(Optional::isPresent)
                || modules.some()
                || feedbackChannels.some()
                || extras.some();
    }

    /** Whether the schema says how far the agent may go alone. */
    boolean bounded() {
        return autonomyMode.isPresent() || taskLimit.isPresent() || decisionLatencyMs.isPresent() || safetyLayer.some();
    }
}
