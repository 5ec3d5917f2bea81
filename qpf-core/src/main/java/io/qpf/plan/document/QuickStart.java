package io.qpf.plan.document;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;

/** What a few lines of Python need to make the agent and ask for its status. */
public record QuickStart(
        PyExpr root, PyExpr configuration, PyExpr controllerModule, PyIdentifier controllerClass, PyExpr bindings) {
    static QuickStart of(AgentPlan plan, String root) {
        ModulePlan controller = module(plan, "controller");
        return new QuickStart(
                PyExpr.dotted(root),
                PyExpr.dotted(module(plan, "config").dotted()),
                PyExpr.dotted(controller.dotted()),
                new PyIdentifier(controller.className()),
                PyExpr.dotted(module(plan, "bindings").dotted()));
    }

    private static ModulePlan module(AgentPlan plan, String archetype) {
        return plan.module(archetype)
                .orElseThrow(() -> new IllegalStateException("the pack gives every agent a module of " + archetype));
    }
}
