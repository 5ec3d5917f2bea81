package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Steps of packet routes that mean nothing when the agent runs: the foundation's {@code knows_step}, asked beforehand. */
final class StepFindings {
    private final Collection collection;
    private final List<Diagnostic> found;

    StepFindings(Collection collection, List<Diagnostic> found) {
        this.collection = collection;
        this.found = found;
    }

    void check(AgentPlan plan) {
        List<PacketRouting.Inbound> routes =
                plan.agent().schema().packetRouting().inbound();
        List<Entry> stages = plan.agent().schema().reasoningPipeline();
        if (routes.isEmpty() && stages.isEmpty()) {
            return;
        }
        Set<String> known = known(plan);
        Set<String> wired = new LinkedHashSet<>(known);
        for (Text event : plan.agent().schema().governance().auditScope()) {
            known.add(event.value());
        }
        for (Entry stage : stages) {
            if (stage.value() instanceof Datum.Sequence steps) {
                checkStage(plan.agent(), steps, known, wired);
            }
        }
        for (PacketRouting.Inbound route : routes) {
            for (Text step : route.actions()) {
                if (!known.contains(step.value())) {
                    found.add(unknown(plan.agent(), route, step, known));
                }
            }
        }
    }

    /**
     * The steps of a reasoning pipeline are mostly prose for people: only what is nearly a name was meant as one. The
     * audit scope is prose as often, so that nearness to it means nothing.
     */
    private void checkStage(Agent agent, Datum.Sequence steps, Set<String> known, Set<String> wired) {
        for (Datum item : steps.items()) {
            if (item instanceof Datum.Scalar scalar
                    && !known.contains(scalar.text().value())) {
                Suggest.nearest(scalar.text().value(), wired.stream())
                        .ifPresent(near -> found.add(PlanRule.UNKNOWN_STEP.at(
                                scalar.span(),
                                "no operation, packet or event of " + agent.name() + " is called `" + scalar.text()
                                        + "`, so this step of the reasoning pipeline is skipped",
                                "did you mean `" + near + "`?")));
            }
        }
    }

    /** Everything but the audit scope that a step can name, in the order in which the foundation looks. */
    private Set<String> known(AgentPlan plan) {
        Agent agent = plan.agent();
        Set<String> known = new LinkedHashSet<>();
        for (OperationPlan operation : plan.operations()) {
            if (operation.builtin().isEmpty()) {
                known.add(operation.name());
            }
        }
        for (PacketRouting.Outbound route : agent.schema().packetRouting().outbound()) {
            known.add(route.packetType().value());
        }
        for (Wiring wiring : collection.wirings()) {
            boolean starts = Peers.isAgent(wiring.from(), agent) && wiring.type() != ConnectionType.EVENT_OBSERVE;
            if (starts || Peers.publishes(wiring, agent)) {
                for (Text name : wiring.names()) {
                    known.add(name.value());
                }
            }
        }
        return known;
    }

    private static Diagnostic unknown(Agent agent, PacketRouting.Inbound route, Text step, Set<String> known) {
        boolean lost = route.actions().stream().noneMatch(it -> known.contains(it.value()));
        return PlanRule.UNKNOWN_STEP.at(
                step.span(),
                "no operation, packet or event of " + agent.name() + " is called `" + step + "`, so "
                        + (lost
                                ? "the packet `" + route.packetType() + "` is recorded and nothing is done with it"
                                : "this step of the packet `" + route.packetType() + "` is skipped"),
                Suggest.hint(
                        step.value(),
                        known.stream(),
                        "declare it as an endpoint or under bindings.operations, wire the peer that does it, or list it as an"
                                + " event under governance.auditscope"));
    }
}
