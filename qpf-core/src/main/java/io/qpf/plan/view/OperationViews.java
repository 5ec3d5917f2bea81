package io.qpf.plan.view;

import io.qpf.plan.AgentPlan;
import io.qpf.plan.DomainCode;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.Names;
import io.qpf.plan.OperationPlan;
import io.qpf.plan.pack.Pack;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.Bindings;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import io.qpf.source.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes the views of an agent's operations. */
final class OperationViews {
    private static final Set<String> CARRIES_BODY = Set.of("POST", "PUT", "PATCH");

    private final AgentPlan plan;
    private final ContractViews contracts;
    private final Parts parts;
    private final DomainCode code;
    private final OperationNames names;
    private final Map<String, OperationView> views = new LinkedHashMap<>();

    OperationViews(AgentPlan plan, Parts parts, Pack pack, DomainCode code) {
        this.plan = plan;
        this.contracts = new ContractViews(plan.agent().schema().contracts());
        this.parts = parts;
        this.code = code;
        this.names = new OperationNames(plan, pack.reserved(), contracts.names(), parts.attributes());
        plan.operations().forEach(it -> views.put(it.name(), make(it)));
    }

    AgentPlan plan() {
        return plan;
    }

    Parts parts() {
        return parts;
    }

    List<OperationView> all() {
        return plan.operations().stream()
                .filter(it -> it.builtin().isEmpty())
                .map(this::view)
                .toList();
    }

    OperationView view(OperationPlan operation) {
        return named(operation.name()).orElseThrow();
    }

    /** The operation of that name, which no other one of the agent has. */
    Optional<OperationView> named(String name) {
        return Optional.ofNullable(views.get(name));
    }

    private OperationView make(OperationPlan operation) {
        String name = operation.name();
        Optional<Contract.Operation> contract = operation.contract();
        Optional<List<Contract.Field>> request = contract.flatMap(Contract.Operation::request);
        Optional<List<Contract.Field>> response = contract.flatMap(Contract.Operation::response);
        Optional<PyIdentifier> takes = contracts.names().request(name);
        Optional<PyIdentifier> gives = contracts.names().response(name);
        Optional<Integer> timeout =
                operation.endpoint().flatMap(Endpoint::timeoutMs).map(Located::value);
        PyIdentifier method = names.method(operation);
        return new OperationView(
                SchemaText.of(name),
                method,
                names.constant(operation),
                new PyIdentifier("_run_" + method.text()),
                names.protocol(operation),
                names.keywords(operation),
                timeout.map(PyExpr::number).orElse(PyExpr.NONE),
                timeout.isPresent(),
                contract.isPresent(),
                request.isEmpty(),
                model(takes),
                model(gives),
                Stream.concat(takes.stream(), gives.stream()).toList(),
                request.map(contracts::fields).orElse(List.of()),
                request.map(contracts::sample).orElseGet(OperationViews::anyObject),
                response.map(contracts::sample).orElseGet(OperationViews::anyObject),
                parts.of(operation.host()),
                contractsOf(name),
                target(operation),
                operation.binding().isPresent(),
                operation.builtin().isEmpty());
    }

    private static PyExpr anyObject() {
        return PyExpr.dict(Map.of(PyExpr.string("key"), PyExpr.string("value")));
    }

    private static PyExpr model(Optional<PyIdentifier> name) {
        return name.map(PyExpr::name).orElse(PyExpr.dotted("PayloadModel"));
    }

    private static PyExpr target(OperationPlan operation) {
        return operation
                .binding()
                .map(it -> PyExpr.dotted(it.module() + "." + it.callable()))
                .orElse(PyExpr.NONE);
    }

    List<EndpointView> endpoints() {
        List<EndpointView> views = new ArrayList<>();
        for (Endpoint endpoint : plan.agent().schema().deployment().endpoints()) {
            plan.operations().stream()
                    .filter(it -> it.name().equals(endpoint.name().value()))
                    .findFirst()
                    .ifPresent(it -> views.add(endpoint(endpoint, it)));
        }
        return List.copyOf(views);
    }

    private EndpointView endpoint(Endpoint endpoint, OperationPlan operation) {
        OperationView view = view(operation);
        PyExpr auth = auth(endpoint.auth());
        return new EndpointView(
                view.name(),
                view.method(),
                SchemaText.of(endpoint.method()),
                Facts.text(endpoint.path()),
                SchemaText.of(endpoint.path().value().replaceAll("\\{[^}]*}", "1")),
                auth,
                SchemaText.of(
                        endpoint.auth() instanceof Endpoint.Auth.Scope scope
                                ? scope.name().value()
                                : "any"),
                !auth.equals(PyExpr.NONE),
                endpoint.auth() instanceof Endpoint.Auth.Scope,
                operation.builtin().isPresent(),
                operation.builtin().map(PyExpr::string).orElse(PyExpr.NONE),
                !CARRIES_BODY.contains(endpoint.method()),
                view.typed(),
                view.takesPayload(),
                view.typed() ? view.request() : PyExpr.NONE,
                view.typed() ? view.response() : PyExpr.NONE,
                view.sampleRequest(),
                view.sampleResponse(),
                Facts.text(endpoint.description()));
    }

    private static PyExpr auth(Endpoint.Auth auth) {
        if (auth instanceof Endpoint.Auth.Scope scope) {
            return PyExpr.string(scope.name().value());
        }
        return auth instanceof Endpoint.Auth.AnyToken ? PyExpr.string("*") : PyExpr.NONE;
    }

    /** The module that holds the types of an operation. */
    private PyExpr contractsOf(String operation) {
        for (Map.Entry<ModulePlan, List<String>> share :
                parts.shares("contracts").entrySet()) {
            if (share.getValue().contains(operation)) {
                return PyExpr.dotted(share.getKey().dotted());
            }
        }
        return PyExpr.dotted(parts.module("contracts"));
    }

    /** All models of the contracts. */
    List<ModelView> models() {
        return Stream.concat(namedModels().stream(), sides(it -> true).stream()).toList();
    }

    /** Those with names of their own, which stand in the first module. */
    List<ModelView> namedModels() {
        return contracts.models(PyExpr.dotted(parts.module("contracts")));
    }

    /** The models that stand in a module. */
    List<ModelView> models(ModulePlan module) {
        List<String> share = parts.shares("contracts").getOrDefault(module, List.of());
        Stream<ModelView> named = isFirst(module) ? namedModels().stream() : Stream.empty();
        return Stream.concat(named, sides(share::contains).stream()).toList();
    }

    /** Whether it is the first, or one of several that all hold everything. */
    private boolean isFirst(ModulePlan module) {
        Map<ModulePlan, List<String>> shares = parts.shares(module.archetype().name());
        return shares.getOrDefault(module, List.of())
                .equals(shares.values().stream().findFirst().orElse(List.of()));
    }

    private List<ModelView> sides(Predicate<String> wanted) {
        List<ModelView> sides = new ArrayList<>();
        for (Contract contract : plan.agent().schema().contracts()) {
            String name = contract.name().value();
            if (contract instanceof Contract.Operation operation && wanted.test(name)) {
                sides.addAll(contracts.sides(operation, contractsOf(name)));
            }
        }
        return sides;
    }

    /** All that is bound. */
    BindingsView bindings() {
        List<OperationView> bound = all().stream().filter(OperationView::bound).toList();
        return bindings(bound, plan.agent().schema().bindings().strategies(), List.of());
    }

    /** What a module binds; the first binds the strategies too, and knows the others. */
    BindingsView bindings(ModulePlan module) {
        Map<ModulePlan, List<String>> shares = parts.shares("bindings");
        List<String> share = shares.getOrDefault(module, List.of());
        List<OperationView> bound = all().stream()
                .filter(it -> it.bound() && share.contains(it.name().raw()))
                .toList();
        if (!isFirst(module)) {
            return bindings(bound, List.of(), List.of());
        }
        List<PartView> more = shares.entrySet().stream()
                .filter(it -> !it.getValue().equals(share))
                .map(it -> parts.of(it.getKey().path()))
                .toList();
        return bindings(bound, plan.agent().schema().bindings().strategies(), more);
    }

    private BindingsView bindings(List<OperationView> bound, List<Bindings.Binding> strategies, List<PartView> more) {
        Set<String> names = new HashSet<>();
        Set<String> methods = new HashSet<>();
        bound.forEach(it -> names.add(it.name().raw()));
        bound.forEach(it -> methods.add(it.method().text()));
        List<PyExpr> modules = Stream.concat(
                        plan.agent().schema().bindings().operations().stream()
                                .filter(it -> names.contains(it.name().value())),
                        strategies.stream())
                .map(Bindings.Binding::module)
                .distinct()
                .sorted()
                .map(PyExpr::dotted)
                .toList();
        Names variables = new Names(methods);
        return new BindingsView(
                modules,
                bound,
                strategies.stream().map(it -> strategy(it, variables)).toList(),
                more);
    }

    private BindingsView.StrategyView strategy(Bindings.Binding binding, Names variables) {
        PyExpr target = PyExpr.dotted(binding.module() + "." + binding.callable());
        return new BindingsView.StrategyView(
                Facts.text(binding.name()),
                new PyIdentifier(variables.claimWords(
                        PyIdentifier.snake("strategy " + binding.name().value()).text())),
                code.isClass(binding.module(), binding.callable()) ? PyExpr.call(target) : target);
    }
}
