package io.qpf.plan.view;

import io.qpf.plan.ModulePlan;
import io.qpf.plan.pack.TestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Cuts what an agent's tests try into files that pylint does not find too long. */
final class TestViews {
    /** Pylint takes 1000, and what is counted here is an estimate. */
    private static final int LONGEST = 900;

    /** A name that leaves no room on its lines makes more of them. */
    private static final int LONG_NAME = 20;

    private static final int FOR_LONG_NAME = 12;

    private final AgentView agent;
    private final TestKind kind;

    TestViews(AgentView agent, TestKind kind) {
        this.agent = agent;
        this.kind = kind;
    }

    /** The operations that each file tries. */
    List<List<OperationView>> operations() {
        return kind.lines("operation") == 0 ? List.of(agent.operations()) : cut(agent.operations(), this::lines);
    }

    /** The endpoints that each file tries. */
    List<List<EndpointView>> endpoints() {
        return kind.lines("endpoint") == 0 ? List.of(agent.endpoints()) : cut(agent.endpoints(), this::lines);
    }

    /** The modules that each file tries. */
    List<List<ModulePlan>> modules(List<ModulePlan> modules, Function<ModulePlan, ModuleView> views) {
        List<ModulePlan> tried = new ArrayList<>();
        for (ModulePlan module : modules) {
            if (kind.archetypes().isEmpty()
                    || kind.archetypes().contains(module.archetype().name())) {
                tried.add(module);
            }
        }
        return kind.archetypes().isEmpty()
                ? List.of(tried)
                : cut(tried, it -> lines(it.archetype().name(), views.apply(it)));
    }

    private int lines(OperationView operation) {
        int samples = 3 * Cuts.lines(operation.sampleRequest()) + 4 * Cuts.lines(operation.sampleResponse());
        return kind.lines("operation")
                + samples
                + operation.requestFields().size()
                + (operation.timed() ? kind.lines("limit") : 0)
                + forName(operation.method().text());
    }

    private int lines(EndpointView endpoint) {
        int samples = 2 * Cuts.lines(endpoint.sampleRequest()) + 3 * Cuts.lines(endpoint.sampleResponse());
        return kind.lines("endpoint")
                + samples
                + (endpoint.guarded() ? kind.lines("guard") : 0)
                + forName(endpoint.identifier().text());
    }

    private int lines(String archetype, ModuleView module) {
        int boundaries = archetype.equals("telemetry") ? agent.telemetry().boundaries() : module.boundaries();
        return kind.lines(archetype) + boundaries * kind.lines("boundary");
    }

    private static int forName(String name) {
        return name.length() > LONG_NAME ? FOR_LONG_NAME : 0;
    }

    private <T> List<List<T>> cut(List<T> items, ToIntFunction<T> lines) {
        return Cuts.of(items, lines, LONGEST - head());
    }

    private int head() {
        return kind.lines("head") + agent.governance().boundaries().size() * kind.lines("policy");
    }
}
