package io.qpf.plan.document;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.python.SchemaText;
import java.util.Optional;

/**
 * A module of an agent.
 *
 * @param path relative to the agent's folder where it lies there
 * @param added whether the schema does not list it
 */
public record ModuleFacts(
        SchemaText path,
        SchemaText archetype,
        SchemaText purpose,
        Optional<SchemaText> peer,
        boolean added,
        Group<SchemaText> operations) {
    static ModuleFacts of(ModulePlan module, AgentPlan plan) {
        return new ModuleFacts(
                SchemaText.of(Paths.below(plan.agent().packagePath(), module.path())),
                SchemaText.of(module.archetype().label()),
                SchemaText.of(module.purpose()),
                module.peer().map(SchemaText::of),
                module.added(),
                Show.words(plan.operationsOf(module).stream()
                        .map(OperationPlan::name)
                        .toList()));
    }
}
