package io.qpf.plan.view;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.ContractNames;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.Names;
import io.qpf.plan.OperationPlan;
import io.qpf.plan.pack.Reserved;
import io.qpf.python.PyIdentifier;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that the operations of an agent have in Python. No two have one, since tests, clients and bindings hold the
 * operations of several modules side by side.
 */
final class OperationNames {
    private final Reserved reserved;
    private final Set<String> attributes;
    private final Set<String> controllers = new HashSet<>();
    private final Names methods;
    private final Names constants;
    private final Names protocols;

    /**
     * Starts with none given out.
     *
     * @param attributes what a controller has beside its operations
     */
    OperationNames(AgentPlan plan, Reserved reserved, ContractNames contracts, Set<String> attributes) {
        this.reserved = reserved;
        this.attributes = Set.copyOf(attributes);
        for (ModulePlan module : plan.modules()) {
            if (module.archetype().name().equals("controller")) {
                controllers.add(module.path());
            }
        }
        this.methods = new Names(reserved.members());
        this.constants = new Names(reserved.constants());
        Set<String> classes = new HashSet<>(reserved.classes());
        classes.addAll(contracts.all());
        this.protocols = new Names(classes);
    }

    PyIdentifier method(OperationPlan operation) {
        Set<String> beside = controllers.contains(operation.host()) ? attributes : Set.of();
        String method = PyIdentifier.snake(operation.name()).text();
        boolean taken = reserved.members().contains(method) || beside.contains(method);
        return new PyIdentifier(methods.claimWords(taken ? method + "_operation" : method, beside));
    }

    PyIdentifier constant(OperationPlan operation) {
        String constant = PyIdentifier.constant(operation.name()).text();
        boolean taken = reserved.constants().contains(constant);
        return new PyIdentifier(constants.claimWords(taken ? constant + "_OPERATION" : constant));
    }

    /** What the domain code behind the operation must be. */
    PyIdentifier protocol(OperationPlan operation) {
        String name = PyIdentifier.pascal(operation.name() + "_code").text();
        return new PyIdentifier(protocols.claim(name));
    }

    /** What that code is given. */
    PyIdentifier keywords(OperationPlan operation) {
        String name = PyIdentifier.pascal(operation.name() + "_fields").text();
        return new PyIdentifier(protocols.claim(name));
    }
}
