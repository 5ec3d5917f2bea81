package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.policy.Clause;
import io.qpf.python.PyIdentifier;
import io.qpf.schema.Bindings;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import io.qpf.source.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private final Collection collection;
    private final Agent agent;
    private final List<ModulePlan> modules;

    OperationPlanner(Collection collection, Agent agent, List<ModulePlan> modules) {
        this.collection = collection;
        this.agent = agent;
        this.modules = modules;
    }

    List<OperationPlan> operations() {
        Map<String, OperationPlan> operations = new LinkedHashMap<>();
        for (String name : declaredNames()) {
            operations.put(name, operation(name, hostOf(name)));
        }
        for (ModulePlan module : modules) {
            if (carriesItsOwn(module, operations.values())) {
                String name = PyIdentifier.snake(module.stem()).text();
                operations.putIfAbsent(name, operation(name, module.path()));
            }
        }
        return List.copyOf(operations.values());
    }

    private Set<String> declaredNames() {
        Set<String> names = new LinkedHashSet<>();
        agent.schema()
                .deployment()
                .endpoints()
                .forEach(it -> names.add(it.name().value()));
        incomingCalls().forEach(wiring -> wiring.names().forEach(it -> names.add(it.value())));
        agent.schema().bindings().operations().forEach(it -> names.add(it.name().value()));
        contracts().forEach(it -> names.add(it.name().value()));
        return names;
    }

    private OperationPlan operation(String name, String host) {
        Optional<Endpoint> endpoint = agent.schema().deployment().endpoints().stream()
                .filter(it -> it.name().value().equals(name))
                .findFirst();
        Optional<Bindings.Binding> binding = agent.schema().bindings().operations().stream()
                .filter(it -> it.name().value().equals(name))
                .findFirst();
        Optional<String> builtin = endpoint.filter(it -> binding.isEmpty()).flatMap(OperationPlanner::builtin);
        Optional<Contract.Operation> contract =
                contracts().filter(it -> it.name().value().equals(name)).findFirst();
        String carrier = builtin.isPresent() ? server().orElse(host) : host;
        return new OperationPlan(name, carrier, endpoint, contract, binding, auditOf(name), builtin);
    }

    private static Optional<String> builtin(Endpoint endpoint) {
        String path = endpoint.path().value();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return endpoint.method().equals("GET") && BUILT_IN.contains(last) ? Optional.of(last) : Optional.empty();
    }

    /** The operation's own name, if the audit scope has it: which other words mean the same, only people know. */
    private Optional<String> auditOf(String name) {
        return agent.schema().governance().auditScope().stream()
                .map(Text::value)
                .filter(name::equals)
                .findFirst();
    }

    private String hostOf(String name) {
        return wiredHost(name).or(() -> hostByName(name)).orElseGet(this::controller);
    }

    private Optional<String> wiredHost(String name) {
        return incomingCalls()
                .filter(wiring ->
                        wiring.names().stream().anyMatch(it -> it.value().equals(name)))
                .flatMap(wiring -> wiring.importPath().stream())
                .filter(path -> modules.stream().anyMatch(it -> it.path().equals(path) && carries(it)))
                .findFirst();
    }

    /** The module whose name shares most letters with the operation's; of equals the one of that name, then the first. */
    private Optional<String> hostByName(String name) {
        Optional<String> best = Optional.empty();
        int most = 0;
        for (ModulePlan module : modules) {
            int shared = carries(module) ? 2 * Words.overlap(name, module.stem()) : 0;
            boolean same = Words.compact(name).equals(Words.compact(module.stem()));
            int fit = shared > 0 && same ? shared + 1 : shared;
            if (fit > most) {
                most = fit;
                best = Optional.of(module.path());
            }
        }
        return best;
    }

    private String controller() {
        return modules.stream()
                .filter(it -> it.archetype().name().equals("controller"))
                .findFirst()
                .orElseThrow()
                .path();
    }

    /** What is built in needs no module of its own: the server answers it. */
    private Optional<String> server() {
        return modules.stream()
                .filter(it -> it.archetype().name().equals("api_server"))
                .map(ModulePlan::path)
                .findFirst();
    }

    private static boolean carries(ModulePlan module) {
        return !CARRY_NONE.contains(module.archetype().name());
    }

    private boolean carriesItsOwn(ModulePlan module, java.util.Collection<OperationPlan> operations) {
        return module.archetype().hostsOperations()
                && module.strategies().isEmpty()
                && !(module.archetype().name().equals("detector") && hasTriggers())
                && operations.stream().noneMatch(it -> it.host().equals(module.path()));
    }

    /** A detector with triggers detects by them, and needs no operation of its own. */
    private boolean hasTriggers() {
        return Stream.of(
                        agent.policies().escalation(),
                        agent.policies().triggers(),
                        agent.policies().sharedTriggers())
                .flatMap(List::stream)
                .anyMatch(Clause.Compiled.class::isInstance);
    }

    private Stream<Wiring> incomingCalls() {
        return collection.wirings().stream()
                .filter(it -> it.type() == ConnectionType.API_CALL && Peers.isAgent(it.to(), agent));
    }

    private Stream<Contract.Operation> contracts() {
        return agent.schema().contracts().stream()
                .filter(Contract.Operation.class::isInstance)
                .map(Contract.Operation.class::cast);
    }
}
