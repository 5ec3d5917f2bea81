package io.qpf.plan;

import io.qpf.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which operations an agent has, and which module carries each: by the glue first, then by name, then the controller. */
final class OperationPlanner {
    private static final Set<String> CARRY_NONE = Set.of(
            "package", "config", "contracts", "bindings", "models", "api_server", "utilities", "client", "controller");
    private static final Set<String> BUILT_IN = Set.of("status", "health", "ready", "metrics");

    private final io.qpf.collection.Collection collection;
    private final io.qpf.collection.Agent agent;
    private final List<ModulePlan> modules;

    OperationPlanner(io.qpf.collection.Collection collection, io.qpf.collection.Agent agent, List<ModulePlan> modules) {
        this.collection = collection;
        this.agent = agent;
        this.modules = modules;
    }

    List<OperationPlan> operations() {
        Map<String, OperationPlan> operations = new java.util.LinkedHashMap<>();
        for (String name : declaredNames()) {
            operations.put(name, operation(name, hostOf(name)));
        }
        for (ModulePlan module : modules) {
            if (carriesItsOwn(module, operations.values())) {
                String name = io.qpf.python.PyIdentifier.snake(module.stem()).text();
                operations.putIfAbsent(name, operation(name, module.path()));
            }
        }
        return List.copyOf(operations.values());
    }

    private Set<String> declaredNames() {
        Set<String> names = new java.util.LinkedHashSet<>();
        agent.schema().deployment().endpoints().forEach(it -> names.add(it.name().value()));
        incomingCalls().forEach(wiring -> wiring.names().forEach(it -> names.add(it.value())));
        agent.schema().bindings().operations().forEach(it -> names.add(it.name().value()));
        contracts().forEach(it -> names.add(it.name().value()));
        return names;
    }

    private OperationPlan operation(String name, String host) {
        Optional<io.qpf.schema.Endpoint> endpoint = agent.schema().deployment().endpoints().stream()
                .filter(it -> it.name().value().equals(name))
                .findFirst();
        Optional<io.qpf.schema.Bindings.Binding> binding = agent.schema().bindings().operations().stream()
                .filter(it -> it.name().value().equals(name))
                .findFirst();
        Optional<String> builtin = endpoint.filter(it -> binding.isEmpty()).flatMap(OperationPlanner::builtin);
        Optional<io.qpf.schema.Contract.Operation> contract =
                contracts().filter(it -> it.name().value().equals(name)).findFirst();
        return new OperationPlan(name, host, endpoint, contract, binding, auditOf(name), builtin);
    }

    private static Optional<String> builtin(io.qpf.schema.Endpoint endpoint) {
        String path = endpoint.path().value();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return endpoint.method().equals("GET") && BUILT_IN.contains(last) ? Optional.of(last) : Optional.empty();
    }

    /** The action of the audit scope that the operation's name shares most letters with. */
    private Optional<String> auditOf(String name) {
        return agent.schema().governance().auditScope().stream()
                .map(Text::value)
                .filter(action -> Words.overlap(name, action) > 0)
                .max(java.util.Comparator.comparingInt(action -> Words.overlap(name, action)));
    }

    private String hostOf(String name) {
        return wiredHost(name).or(() -> hostByName(name)).orElseGet(this::controller);
    }

    private Optional<String> wiredHost(String name) {
        return incomingCalls()
                .filter(wiring -> wiring.names().stream().anyMatch(it -> it.value().equals(name)))
                .flatMap(wiring -> wiring.importPath().stream())
                .filter(path -> modules.stream().anyMatch(it -> it.path().equals(path) && carries(it)))
                .findFirst();
    }

    private Optional<String> hostByName(String name) {
        return modules.stream()
                .filter(it -> carries(it) && Words.overlap(name, it.stem()) > 0)
                .max(java.util.Comparator.comparingInt((ModulePlan it) -> Words.overlap(name, it.stem()))
                        .thenComparing(modules::indexOf, java.util.Comparator.reverseOrder()))
                .map(ModulePlan::path);
    }

    private String controller() {
        return modules.stream()
                .filter(it -> it.archetype().name().equals("controller"))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static boolean carries(ModulePlan module) {
        return !CARRY_NONE.contains(module.archetype().name());
    }

    private static boolean carriesItsOwn(ModulePlan module, java.util.Collection<OperationPlan> operations) {
        return module.archetype().hostsOperations()
                && operations.stream().noneMatch(it -> it.host().equals(module.path()));
    }

    private Stream<io.qpf.collection.Wiring> incomingCalls() {
        return collection.wirings().stream()
                .filter(it -> it.type() == io.qpf.schema.ConnectionType.API_CALL && Peers.isAgent(it.to(), agent));
    }

    private Stream<io.qpf.schema.Contract.Operation> contracts() {
        return agent.schema().contracts().stream()
                .filter(io.qpf.schema.Contract.Operation.class::isInstance)
                .map(io.qpf.schema.Contract.Operation.class::cast);
    }
}
