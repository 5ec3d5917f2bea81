package io.qpf.plan.document;

import io.qpf.plan.AgentPlan;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.Reasoning;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How an agent reasons: models, strategies, fusion, feedback, and the stages of its pipeline. */
public record ReasoningFacts(
        Optional<SchemaText> framework,
        Optional<SchemaText> model,
        Group<SchemaText> secondaryModels,
        Group<StrategyFacts> strategies,
        Group<StrategyFacts> unbound,
        Optional<SchemaText> temporalScope,
        Optional<Integer> scopeDays,
        Optional<SchemaText> fusionMode,
        Group<SchemaText> sources,
        Optional<SchemaText> feedbackPolicy,
        Optional<SchemaText> reward,
        Optional<SchemaText> penalty,
        Optional<Integer> retrainHours,
        Group<StageFacts> stages,
        Group<FreeFact> extras) {
    /** A strategy and the code behind it. */
    public record StrategyFacts(SchemaText name, Optional<SchemaText> bound, PyExpr example) {}

    /** A stage of the pipeline and its steps. */
    public record StageFacts(SchemaText name, Group<StepFacts> steps) {}

    /**
     * A step; a conditional one says when.
     *
     * @param when the key of a step such as {@code if_confidence_is_low: escalate}
     */
    public record StepFacts(Optional<SchemaText> when, SchemaText action) {}

    static ReasoningFacts of(AgentPlan plan, String root) {
        AgentSchema schema = plan.agent().schema();
        Reasoning reasoning = schema.reasoning();
        Group<StrategyFacts> strategies = Group.of(reasoning.strategyModes(), it -> strategy(it, plan, root));
        return new ReasoningFacts(
                Show.text(reasoning.framework()),
                Show.text(reasoning.model()),
                Show.texts(reasoning.secondaryModels()),
                strategies,
                new Group<>(strategies.all().stream()
                        .filter(it -> it.bound().isEmpty())
                        .toList()),
                Show.text(reasoning.temporalScope()),
                reasoning.scopeDays().map(it -> it.value()),
                Show.text(reasoning.fusionMode()),
                Show.texts(reasoning.sourceBlend()),
                Show.text(reasoning.feedbackPolicy()),
                Show.text(reasoning.rewardFunction()),
                Show.text(reasoning.penaltyFunction()),
                reasoning.retrainHours().map(it -> it.value()),
                Group.of(schema.reasoningPipeline(), ReasoningFacts::stage),
                Show.entries(reasoning.extras()));
    }

    private static StrategyFacts strategy(Text mode, AgentPlan plan, String root) {
        return new StrategyFacts(
                Show.text(mode),
                ApiFacts.binding(plan.agent().schema().bindings().strategies(), mode.value())
                        .map(it -> Show.text(it.target())),
                OperationFacts.example(mode.value(), plan, root));
    }

    private static StageFacts stage(Entry stage) {
        List<Datum> steps =
                stage.value() instanceof Datum.Sequence sequence ? sequence.items() : List.of(stage.value());
        return new StageFacts(
                Show.text(stage.key()),
                new Group<>(steps.stream().flatMap(it -> steps(it).stream()).toList()));
    }

    private static List<StepFacts> steps(Datum step) {
        if (step instanceof Datum.Mapping mapping && !mapping.entries().isEmpty()) {
            return mapping.entries().stream()
                    .map(it -> new StepFacts(Optional.of(Show.text(it.key())), SchemaText.of(Show.words(it.value()))))
                    .toList();
        }
        return List.of(new StepFacts(Optional.empty(), SchemaText.of(Show.words(step))));
    }

    /** Whether the schema says how the agent reasons. */
    public boolean said() {
        return Stream.of(framework, model, temporalScope, fusionMode, feedbackPolicy, reward, penalty, retrainHours)
                        .anyMatch(Optional::isPresent)
                || secondaryModels.some()
                || sources.some()
                || extras.some();
    }
}
