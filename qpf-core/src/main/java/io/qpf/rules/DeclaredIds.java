package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Wiring;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Bindings;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import io.qpf.source.Text;
import java.util.List;
import java.util.stream.Stream;

/** The ids that an agent's schema and wirings declare. */
final class DeclaredIds {
    private DeclaredIds() {}

    /** The operations that somebody can call: by a route or by a wiring. */
    static List<Text> called(Agent agent, List<Wiring> wirings) {
        return Stream.concat(
                        agent.schema().deployment().endpoints().stream().map(Endpoint::name), wired(agent, wirings))
                .toList();
    }

    /** The operations that anything reaches: a call, a step of a packet, or an event that the agent observes. */
    static List<Text> reached(Agent agent, List<Wiring> wirings) {
        Stream<Text> observed = wirings.stream()
                .filter(it -> it.observer()
                        .filter(end -> end.name().equals(agent.name()))
                        .isPresent())
                .flatMap(it -> it.names().stream());
        Stream<Text> steps = agent.schema().packetRouting().inbound().stream().flatMap(it -> it.actions().stream());
        return Stream.of(called(agent, wirings).stream(), observed, steps)
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<Text> wired(Agent agent, List<Wiring> wirings) {
        return wirings.stream()
                .filter(it -> it.type() == ConnectionType.API_CALL)
                .filter(it ->
                        it.to() instanceof Wiring.End.Inside end && end.agent().order() == agent.order())
                .flatMap(it -> it.names().stream());
    }

    /** Everything that names an operation of the agent. */
    static List<Text> operations(Agent agent, List<Wiring> wirings) {
        return Stream.of(
                        called(agent, wirings).stream(),
                        agent.schema().bindings().operations().stream().map(Bindings.Binding::name),
                        agent.schema().contracts().stream()
                                .filter(Contract.Operation.class::isInstance)
                                .map(Contract::name))
                .flatMap(it -> it)
                .toList();
    }

    /** The named types of its contracts. */
    static List<Text> models(AgentSchema schema) {
        return schema.contracts().stream()
                .filter(Contract.Model.class::isInstance)
                .map(Contract::name)
                .toList();
    }

    /** All fields of a contract. */
    static List<Contract.Field> typed(Contract contract) {
        if (contract instanceof Contract.Model model) {
            return model.fields();
        }
        Contract.Operation operation = (Contract.Operation) contract;
        return Stream.concat(
                        operation.request().orElse(List.of()).stream(), operation.response().orElse(List.of()).stream())
                .toList();
    }

    /** The fields of a contract, side by side. */
    static Stream<List<Text>> fields(Contract contract) {
        if (contract instanceof Contract.Model model) {
            return Stream.of(names(model.fields()));
        }
        return contract instanceof Contract.Operation operation
                ? Stream.of(operation.request(), operation.response()).map(side -> names(side.orElse(List.of())))
                : Stream.empty();
    }

    private static List<Text> names(List<Contract.Field> fields) {
        return fields.stream().map(Contract.Field::name).toList();
    }
}
