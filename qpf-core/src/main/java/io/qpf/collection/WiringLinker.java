package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Bindings;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Contract;
import io.qpf.schema.Endpoint;
import io.qpf.schema.Glue;
import io.qpf.schema.Glue.Wire;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves both ends of every wiring of the glue. */
final class WiringLinker {
    private static final int NEAR = 2;

    private final Glue glue;
    private final AgentNames names;
    private final Workspace workspace;
    private final List<Diagnostic> findings;
    private final Repeats repeats;
    private final NameResolver resolver;
    private final ImportPaths paths;
    private final Observers observers;
    private final Map<String, Agent> agents = new HashMap<>();

    WiringLinker(
            Glue glue,
            List<Agent> agents,
            AgentNames names,
            Workspace workspace,
            Observers observers,
            List<Diagnostic> findings) {
        this.glue = glue;
        this.names = names;
        this.workspace = workspace;
        this.findings = findings;
        this.repeats = new Repeats(findings);
        this.resolver = new NameResolver(names, findings);
        this.paths = new ImportPaths(agents, workspace, findings);
        this.observers = observers;
        agents.forEach(it -> this.agents.put(it.schema().source().path(), it));
    }

    List<Wiring> link() {
        List<Wiring> wirings = new ArrayList<>();
        for (int index = 0; index < glue.wirings().size(); index++) {
            link(index + 1, glue.wirings().get(index)).ifPresent(wirings::add);
        }
        return wirings;
    }

    private Optional<Wiring> link(int number, Wire wire) {
        Optional<Wiring.End> from = end(wire.from(), wire, false);
        Optional<Wiring.End> to = end(wire.to(), wire, true);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        warnOfIdleEnds(wire, from.get(), to.get());
        Optional<ImportPaths.Module> module = module(wire, from.get(), to.get());
        nearMethods(wire, to.get());
        Optional<Wiring.End> observer = wire.type().value() == ConnectionType.EVENT_OBSERVE
                ? Optional.of(observers.observer(wire, from.get(), to.get(), module))
                : Optional.empty();
        return Optional.of(new Wiring(
                number,
                from.get(),
                to.get(),
                wire.type().value(),
                module.flatMap(ImportPaths.Module::path),
                wire.names(),
                observer,
                wire.span()));
    }

    /** An agent by its whole name, then an external, then an agent by some words, then a file that exists. */
    private Optional<Wiring.End> end(Text name, Wire wire, boolean called) {
        AgentNames.Match whole = names.exact(name.value());
        if (!(whole instanceof AgentNames.Match.Unknown)) {
            return inside(resolver.settle(name, whole));
        }
        if (isExternal(name.value())) {
            return Optional.of(new Wiring.End.Outside(name.value()));
        }
        AgentNames.Match match = names.find(name.value());
        if (!(match instanceof AgentNames.Match.Unknown)) {
            return inside(resolver.settle(name, match));
        }
        if (called && wire.importPath().filter(this::exists).isPresent()) {
            return Optional.of(new Wiring.End.Outside(name.value()));
        }
        repeats.add(
                LinkRule.UNKNOWN_END
                        .at(
                                name.span(),
                                "`" + name
                                        + "` is no agent of this collection, and the glue does not list it under externals",
                                names.hint(name.value(), "add `- " + name + "` under externals in the glue"))
                        .fixedBy(names.sure(name.value()).flatMap(it -> Fix.spelling(name, it))),
                Names.fold(name.value()));
        return Optional.empty();
    }

    private Optional<Wiring.End> inside(Optional<AgentSchema> schema) {
        Agent agent = schema.isPresent() ? agents.get(schema.get().source().path()) : null;
        return agent == null ? Optional.empty() : Optional.of(new Wiring.End.Inside(agent));
    }

    private boolean isExternal(String name) {
        String folded = Names.fold(name);
        for (Text external : glue.externals()) {
            if (Names.fold(external.value()).equals(folded)) {
                return true;
            }
        }
        return false;
    }

    private boolean exists(Text path) {
        String normal = ImportPaths.normal(path.value());
        return !normal.isEmpty() && (workspace.exists(normal) || workspace.exists(normal + ".py"));
    }

    private void warnOfIdleEnds(Wire wire, Wiring.End from, Wiring.End to) {
        if (from instanceof Wiring.End.Outside && to instanceof Wiring.End.Outside) {
            findings.add(LinkRule.NO_AGENT_WIRED.at(
                    wire.from().span(),
                    "neither " + from.name() + " nor " + to.name() + " is an agent: nothing comes of this wiring",
                    "remove it, or name an agent of this collection"));
        } else if (from instanceof Wiring.End.Inside one
                && to instanceof Wiring.End.Inside other
                && one.agent().order() == other.agent().order()) {
            findings.add(LinkRule.WIRED_TO_ITSELF.at(
                    wire.to().span(),
                    from.name() + " is wired to itself",
                    "an agent reaches its own modules without a wiring: name another agent, or remove it"));
        }
    }

    private Optional<ImportPaths.Module> module(Wire wire, Wiring.End from, Wiring.End to) {
        if (wire.importPath().isEmpty()) {
            return Optional.empty();
        }
        boolean events = wire.type().value() == ConnectionType.EVENT_OBSERVE;
        List<Agent> about = new ArrayList<>();
        for (Wiring.End end : List.of(to, from)) {
            if (end instanceof Wiring.End.Inside inside) {
                about.add(inside.agent());
            }
        }
        List<Agent> owners = !events && to instanceof Wiring.End.Inside inside ? List.of(inside.agent()) : about;
        Text written = wire.importPath().get();
        boolean lenient = to instanceof Wiring.End.Outside || (events && from instanceof Wiring.End.Outside);
        Optional<ImportPaths.Module> module = paths.find(written, about, lenient);
        Optional<Agent> owner = module.flatMap(ImportPaths.Module::owner);
        if (owner.isPresent()
                && owners.stream().noneMatch(it -> it.order() == owner.get().order())) {
            findings.add(LinkRule.MODULE_OF_ANOTHER.at(
                    written.span(),
                    "`" + written + "` is a module of " + owner.get().name() + ", not of " + to.name(),
                    "name a module of " + to.name() + ", or leave import_path out"));
            return Optional.empty();
        }
        return module;
    }

    private void nearMethods(Wire wire, Wiring.End to) {
        if (wire.type().value() != ConnectionType.API_CALL || !(to instanceof Wiring.End.Inside inside)) {
            return;
        }
        Set<String> known = operations(inside.agent().schema());
        for (Text method : wire.names()) {
            if (!known.contains(method.value())) {
                Suggest.nearest(method.value(), known.stream(), NEAR)
                        .ifPresent(near -> findings.add(LinkRule.METHOD_NEAR.at(
                                method.span(),
                                to.name() + " has no operation `" + method + "`; this wiring declares it",
                                "did you mean `" + near + "`?")));
            }
        }
    }

    /** The operations that a schema itself declares. */
    private static Set<String> operations(AgentSchema schema) {
        Set<String> known = new LinkedHashSet<>();
        for (Endpoint endpoint : schema.deployment().endpoints()) {
            known.add(endpoint.name().value());
        }
        for (Bindings.Binding binding : schema.bindings().operations()) {
            known.add(binding.name().value());
        }
        for (Contract contract : schema.contracts()) {
            if (contract instanceof Contract.Operation) {
                known.add(contract.name().value());
            }
        }
        return known;
    }
}
