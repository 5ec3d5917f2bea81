package io.qpf.plan;

import io.qpf.collection.Agent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent becomes.
 *
 * @param modules in the order of the schema, those that QPF adds behind them
 * @param operations in the order of endpoints, wirings, packet types and modules
 * @param testFolder below the output, such as {@code L9/tests/core/tensoraios}
 * @param manifest the path of the manifest
 */
public record AgentPlan(
        Agent agent,
        List<ModulePlan> modules,
        List<OperationPlan> operations,
        List<DocumentPlan> documents,
        String testFolder,
        String manifest) {
    public AgentPlan {
        modules = List.copyOf(modules);
        operations = List.copyOf(operations);
        documents = List.copyOf(documents);
    }

    /** The first module of an archetype. */
    public Optional<ModulePlan> module(String archetype) {
        return modules.stream()
                .filter(it -> it.archetype().name().equals(archetype))
                .findFirst();
    }

    /** The operations that a module carries. */
    public List<OperationPlan> operationsOf(ModulePlan module) {
        List<OperationPlan> carried = new ArrayList<>();
        for (OperationPlan operation : operations) {
            if (operation.host().equals(module.path())) {
                carried.add(operation);
            }
        }
        return carried;
    }
}
