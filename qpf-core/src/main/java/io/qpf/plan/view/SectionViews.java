package io.qpf.plan.view;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Policies;
import io.qpf.collection.Wiring;
import io.qpf.policy.Clause;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Datum;
import io.qpf.schema.Deployment;
import io.qpf.schema.Entry;
import io.qpf.schema.Glue;
import io.qpf.schema.Governance;
import io.qpf.schema.Learning;
import io.qpf.schema.Reasoning;
import io.qpf.schema.WorldModel;
import io.qpf.source.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of a schema as views. */
final class SectionViews {
    private final Agent agent;
    private final Collection collection;

    SectionViews(Agent agent, Collection collection) {
        this.agent = agent;
        this.collection = collection;
    }

    private AgentSchema schema() {
        return agent.schema();
    }

    SettingsView settings() {
        Learning learning = schema().learning();
        Deployment deployment = schema().deployment();
        Optional<Glue.RetryPolicy> retry = collection.glue().flatMap(Glue::retryPolicy);
        return new SettingsView(
                PyExpr.number(agent.port()),
                SchemaText.of(deployment.apiMode().map(Text::value).orElse("private")),
                Facts.text(deployment.runtime()),
                Facts.text(deployment.environment()),
                Facts.number(learning.taskLimit()),
                learning.taskLimit().isPresent(),
                Facts.number(learning.decisionLatencyMaxMs()),
                learning.decisionLatencyMaxMs().isPresent(),
                Facts.tuple(schema().files().logging()),
                !schema().files().logging().isEmpty(),
                retry.isPresent(),
                PyExpr.number(retry.map(Glue.RetryPolicy::maxRetries).orElse(0)),
                PyExpr.decimal(BigDecimal.valueOf(
                        retry.map(Glue.RetryPolicy::backoffMultiplier).orElse(1.0))),
                PyExpr.number(retry.map(Glue.RetryPolicy::initialDelayMs).orElse(0)));
    }

    GovernanceView governance() {
        Governance governance = schema().governance();
        List<Clause> clauses = new ArrayList<>(agent.policies().escalation());
        clauses.addAll(agent.policies().triggers());
        clauses.addAll(agent.policies().sharedTriggers());
        List<String> guidance = clauses.stream()
                .filter(Clause.Prose.class::isInstance)
                .map(it -> it.source().value())
                .toList();
        return new GovernanceView(
                Facts.text(governance.mode()),
                Facts.bool(governance.humanOverride(), true),
                governance.anchors().stream().map(this::anchor).toList(),
                Facts.tuple(governance.auditScope()),
                Facts.texts(governance.auditScope()),
                TriggerViews.of(clauses),
                Facts.strings(guidance));
    }

    /** Under the name that manifest, documents and configuration give it: without channels in brackets behind it. */
    private AnchorView anchor(Text written) {
        Optional<Collection.AnchorContact> contact = collection.contact(written);
        return new AnchorView(
                SchemaText.of(contact.map(Collection.AnchorContact::name).orElse(written.value())),
                SchemaText.of(contact.flatMap(Collection.AnchorContact::role).orElse("")),
                Facts.strings(contact.map(Collection.AnchorContact::channels).orElse(List.of())));
    }

    ReasoningView reasoning(List<String> strategies) {
        Reasoning reasoning = schema().reasoning();
        List<Text> models = Stream.concat(reasoning.model().stream(), reasoning.secondaryModels().stream())
                .toList();
        return new ReasoningView(
                Facts.text(reasoning.framework()),
                Facts.text(reasoning.model()),
                Facts.tuple(reasoning.secondaryModels()),
                Facts.tuple(models),
                Facts.strings(strategies),
                Facts.number(reasoning.scopeDays()),
                reasoning.scopeDays().isPresent(),
                Facts.text(reasoning.fusionMode()),
                Facts.tuple(reasoning.sourceBlend()),
                Facts.tuple(
                        schema().reasoningPipeline().stream().map(Entry::key).toList()),
                Facts.tuple(steps()),
                !models.isEmpty(),
                !reasoning.sourceBlend().isEmpty());
    }

    /** What the stages of the reasoning pipeline do, in turn; their conditions are for people. */
    private List<Text> steps() {
        return schema().reasoningPipeline().stream()
                .map(Entry::value)
                .filter(Datum.Sequence.class::isInstance)
                .flatMap(it -> ((Datum.Sequence) it).items().stream())
                .filter(Datum.Scalar.class::isInstance)
                .map(it -> ((Datum.Scalar) it).text())
                .toList();
    }

    LearningView learning() {
        Learning learning = schema().learning();
        return new LearningView(
                Facts.text(learning.architecture()),
                Facts.tuple(learning.modules()),
                Facts.tuple(learning.feedbackChannels()),
                Facts.texts(learning.feedbackChannels()),
                Facts.text(learning.updateMode()),
                Facts.bool(learning.autotune(), false),
                Facts.bool(learning.rollbackOnRegression(), false),
                learning.stabilityThreshold().flatMap(SectionViews::decimal).orElse(PyExpr.NONE),
                Facts.text(learning.optimizationTarget()),
                Facts.number(schema().reasoning().retrainHours()),
                schema().reasoning().retrainHours().isPresent(),
                TriggerViews.of(agent.policies().reward()),
                TriggerViews.of(agent.policies().penalty()));
    }

    private static Optional<PyExpr> decimal(Text text) {
        try {
            return Optional.of(PyExpr.decimal(new BigDecimal(text.value())));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    WorldModelView worldModel() {
        WorldModel world = schema().worldModel();
        return new WorldModelView(
                world.enabled(),
                Facts.tuple(world.activeModels()),
                Facts.tuple(world.dataConnectors()),
                Facts.texts(world.dataConnectors()),
                Facts.text(world.modelType()),
                Facts.tuple(world.useCases()),
                Facts.texts(world.useCases()),
                Facts.text(world.updateFrequency()),
                Facts.text(world.contextWindow()));
    }

    TelemetryView telemetry() {
        Map<String, AlertView> alerts = new LinkedHashMap<>();
        for (Policies.Alert alert : agent.policies().alerts()) {
            for (TriggerView trigger : TriggerViews.of(List.of(alert.clause()))) {
                alerts.putIfAbsent(
                        trigger.name().raw(),
                        new AlertView(
                                trigger.name(),
                                SchemaText.of(alert.receiver().orElse("")),
                                Facts.text(alert.source()),
                                trigger));
            }
        }
        return new TelemetryView(Facts.texts(schema().deployment().metrics()), List.copyOf(alerts.values()));
    }

    List<LayerView> memory() {
        return schema().memory().layers().stream().map(LayerViews::of).toList();
    }

    PacketsView packets() {
        return PacketViews.of(agent, collection);
    }

    /** What is wired comes first; the audit scope names events too, observed by whoever may come to be. */
    EventsView events() {
        Map<String, Text> events = new LinkedHashMap<>();
        List<EventsView.SubscriptionView> subscriptions = new ArrayList<>();
        for (Wiring wiring : collection.wirings()) {
            if (Ends.publishes(wiring, agent)) {
                wiring.names().forEach(it -> events.putIfAbsent(it.value(), it));
            } else if (Ends.observes(wiring, agent)) {
                SchemaText publisher = SchemaText.of(Ends.other(wiring, agent).name());
                wiring.names()
                        .forEach(it -> subscriptions.add(new EventsView.SubscriptionView(publisher, Facts.text(it))));
            }
        }
        schema().governance().auditScope().forEach(it -> events.putIfAbsent(it.value(), it));
        List<Text> published = List.copyOf(events.values());
        return new EventsView(
                Facts.tuple(published),
                Facts.texts(published),
                subscriptions.stream().distinct().toList());
    }
}
