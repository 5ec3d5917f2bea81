package io.qpf.plan;

import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import java.util.Optional;

/**
 * An operation of an agent: an endpoint, a wiring's method, a packet type, or a module's own.
 *
 * @param host the path of the module that carries it
 * @param builtin status, health, ready or metrics if the controller answers it
 */
public record OperationPlan(
        String name,
        String host,
        Optional<Endpoint> endpoint,
        Optional<Contract.Operation> contract,
        Optional<Bindings.Binding> binding,
        Optional<String> audit,
        Optional<String> builtin) {
    /** The same in another module. */
    OperationPlan in(String module) {
        return new OperationPlan(name, module, endpoint, contract, binding, audit, builtin);
    }
}
