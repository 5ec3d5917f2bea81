package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.WorldModel;
import java.util.ArrayList;
import java.util.List;

/** Nothing is generated of what the section describes. */
final class WorldModelOff implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-CON-218", Severity.WARNING, "A world model is described, and switched off.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            WorldModel world = agent.schema().worldModel();
            boolean described = !world.activeModels().isEmpty()
                    || !world.dataConnectors().isEmpty()
                    || !world.useCases().isEmpty();
            if (!world.enabled() && described) {
                found.add(INFO.at(
                        KeyPlace.of(world.span(), "enabled"),
                        "the world model of " + agent.name() + " is described, and switched off",
                        "write `enabled: true`, or remove what describes it"));
            }
        }
        return found;
    }
}
