package io.qpf.plan.document;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.OperationPlan;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import io.qpf.schema.Deployment;
import io.qpf.schema.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an agent can be asked.
 *
 * @param operations all, in the order of the plan
 * @param unbound those that answer 501
 * @param models the named types of the contracts
 */
public record ApiFacts(
        Optional<SchemaText> mode,
        Optional<SchemaText> healthCheck,
        Group<EndpointFacts> endpoints,
        Group<OperationFacts> operations,
        Group<OperationFacts> bound,
        Group<OperationFacts> unbound,
        Group<ModelFacts> models) {
    /** A named type and its fields. */
    public record ModelFacts(SchemaText name, Group<FieldFacts> fields) {}

    static ApiFacts of(AgentPlan plan, String root) {
        Deployment deployment = plan.agent().schema().deployment();
        List<OperationFacts> operations = new ArrayList<>();
        for (OperationPlan operation : plan.operations()) {
            operations.add(OperationFacts.of(operation, plan, root));
        }
        return new ApiFacts(
                Show.text(deployment.apiMode()),
                Show.text(deployment.healthCheck()),
                endpoints(plan, operations),
                new Group<>(operations),
                new Group<>(
                        operations.stream().filter(it -> it.bound().isPresent()).toList()),
                new Group<>(operations.stream().filter(OperationFacts::unbound).toList()),
                models(plan.agent().schema().contracts()));
    }

    /** Every route of the schema; several may lead to one operation. */
    private static Group<EndpointFacts> endpoints(AgentPlan plan, List<OperationFacts> operations) {
        List<EndpointFacts> endpoints = new ArrayList<>();
        for (Endpoint endpoint : plan.agent().schema().deployment().endpoints()) {
            for (int index = 0; index < operations.size(); index++) {
                OperationPlan operation = plan.operations().get(index);
                if (operation.name().equals(endpoint.name().value())) {
                    endpoints.add(EndpointFacts.of(endpoint, operation, operations.get(index), plan.agent()));
                }
            }
        }
        return new Group<>(endpoints);
    }

    private static Group<ModelFacts> models(List<Contract> contracts) {
        List<Contract.Model> models = contracts.stream()
                .filter(Contract.Model.class::isInstance)
                .map(Contract.Model.class::cast)
                .toList();
        return Group.of(models, it -> new ModelFacts(Show.text(it.name()), Group.of(it.fields(), FieldFacts::of)));
    }

    static Optional<Bindings.Binding> binding(List<Bindings.Binding> bindings, String name) {
        return bindings.stream().filter(it -> it.name().value().equals(name)).findFirst();
    }

    /** Whether some route asks for a token. */
    public boolean guarded() {
        return endpoints.all().stream().anyMatch(it -> it.guard().guarded());
    }

    /** Whether a contract types some operation. */
    public boolean typed() {
        return operations.all().stream().anyMatch(OperationFacts::typed);
    }

    /** The scopes that routes ask for, as a list in Python. */
    public PyExpr scopes() {
        return PyExpr.list(endpoints.all().stream()
                .flatMap(it -> it.guard().scope().stream())
                .distinct()
                .map(SchemaText::py)
                .toList());
    }
}
