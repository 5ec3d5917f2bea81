package io.qpf.plan.view;

import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.plan.Clients;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.ConnectionType;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the views of integration tests. */
public final class WiringViews {
    /** Pylint takes 1000, and what is counted here is an estimate. */
    private static final int LONGEST = 850;

    /** About what the test of a method takes. */
    private static final int LINES = 30;

    private final Collection collection;
    private final Map<String, AgentViews> agents;

    public WiringViews(Collection collection, Map<String, AgentViews> agents) {
        this.collection = collection;
        this.agents = new LinkedHashMap<>(agents);
    }

    /** What the tests of a wiring show: one, as long as one client calls all and one file can try it. */
    public List<WiringTestView> of(Wiring wiring) {
        if (wiring.type() != ConnectionType.API_CALL || wiring.names().isEmpty()) {
            return List.of(of(wiring, wiring.names()));
        }
        List<WiringTestView> tests = new ArrayList<>();
        for (List<String> slice : Clients.slices(wiring)) {
            for (List<Text> names : Cuts.of(once(wiring, slice), it -> lines(wiring, it), LONGEST)) {
                tests.add(of(wiring, names));
            }
        }
        return tests;
    }

    /** The names of a slice where they stand first. */
    private static List<Text> once(Wiring wiring, List<String> slice) {
        Set<String> open = new HashSet<>(slice);
        return wiring.names().stream().filter(it -> open.remove(it.value())).toList();
    }

    private int lines(Wiring wiring, Text name) {
        return agentOf(wiring.to())
                .flatMap(it -> it.named(name.value()))
                .map(it -> LINES + Cuts.lines(it.sampleRequest()) + 3 * Cuts.lines(it.sampleResponse()))
                .orElse(0);
    }

    private WiringTestView of(Wiring wiring, List<Text> called) {
        boolean observes = wiring.type() == ConnectionType.EVENT_OBSERVE;
        Wiring.End to = wiring.observer().orElse(wiring.to());
        Wiring.End from = to.name().equals(wiring.from().name()) ? wiring.to() : wiring.from();
        return new WiringTestView(
                banner(wiring, from, to),
                PyExpr.dotted(collection.root()),
                PyExpr.number(wiring.number()),
                wiring.type() == ConnectionType.API_CALL,
                wiring.type() == ConnectionType.PACKET_SEND,
                observes,
                SchemaText.of(from.name()),
                SchemaText.of(to.name()),
                end(from, wiring, to, true, called),
                end(to, wiring, to, false, List.of()),
                methods(wiring, called),
                names(wiring, called));
    }

    private Banner banner(Wiring wiring, Wiring.End from, Wiring.End to) {
        String verb = switch (wiring.type()) {
            case API_CALL -> " calls ";
            case PACKET_SEND -> " sends packets to ";
            case EVENT_OBSERVE -> " is observed by ";
        };
        return new Banner(
                SchemaText.of("Wiring " + wiring.number() + ": " + from.name() + verb + to.name() + "."),
                SchemaText.of(
                        "Both ends run in one process on embedded backends; domain code is replaced by stand-ins."),
                SchemaText.of(collection.nameOf(wiring.span().file())),
                SchemaText.of("wirings " + wiring.number()));
    }

    private List<WiringTestView.NameView> names(Wiring wiring, List<Text> called) {
        List<Text> fields = new ArrayList<>();
        for (Wiring.End end : List.of(wiring.from(), wiring.to())) {
            Optional<AgentViews> views = agentOf(end);
            if (views.isPresent()) {
                fields.addAll(PacketViews.fields(views.get().plan().agent()));
            }
        }
        PyExpr sample = PacketViews.sample(fields);
        List<WiringTestView.NameView> names = new ArrayList<>();
        for (Text name : called) {
            names.add(new WiringTestView.NameView(Facts.text(name), method(wiring, name), sample));
        }
        return names;
    }

    /** What the caller's client calls it. */
    private PyIdentifier method(Wiring wiring, Text name) {
        Optional<AgentViews> caller =
                wiring.type() == ConnectionType.API_CALL ? agentOf(wiring.from()) : Optional.empty();
        return caller.flatMap(it ->
                        carrier(it, wiring, wiring.to(), true, List.of(name)).map(it::module))
                .flatMap(it -> it.peer().stream()
                        .flatMap(peer -> peer.methods().stream())
                        .filter(method -> method.name().equals(Facts.text(name)))
                        .findFirst())
                .map(OperationView::method)
                .orElseGet(() -> PyIdentifier.snake(name.value()));
    }

    private List<WiringTestView.EndView> end(
            Wiring.End end, Wiring wiring, Wiring.End to, boolean sender, List<Text> called) {
        Optional<AgentViews> views = agentOf(end);
        return views.isEmpty()
                ? List.of()
                : List.of(new WiringTestView.EndView(
                        views.get().agent(),
                        carrier(views.get(), wiring, to, sender, called).stream()
                                .map(it -> views.get().part(it.path()))
                                .toList()));
    }

    /** The module of an end that the wiring runs through. */
    private static Optional<ModulePlan> carrier(
            AgentViews views, Wiring wiring, Wiring.End to, boolean sender, List<Text> called) {
        String archetype = switch (wiring.type()) {
            case API_CALL -> sender ? "client" : "controller";
            case PACKET_SEND -> "packet_router";
            case EVENT_OBSERVE -> sender ? "event_publisher" : "event_subscriber";
        };
        for (ModulePlan module : views.plan().modules()) {
            boolean serves = !archetype.equals("client")
                    || (module.peer().equals(Optional.of(to.name()))
                            && module.calls()
                                    .containsAll(
                                            called.stream().map(Text::value).toList()));
            if (module.archetype().name().equals(archetype) && serves) {
                return Optional.of(module);
            }
        }
        return Optional.empty();
    }

    private List<OperationView> methods(Wiring wiring, List<Text> called) {
        if (wiring.type() != ConnectionType.API_CALL || wiring.names().isEmpty()) {
            return List.of();
        }
        Optional<AgentViews> views = agentOf(wiring.to());
        List<OperationView> methods = new ArrayList<>();
        for (Text name : called) {
            for (OperationPlan operation :
                    views.map(it -> it.plan().operations()).orElse(List.of())) {
                if (operation.name().equals(name.value()) && operation.builtin().isEmpty()) {
                    methods.add(views.orElseThrow().operation(operation));
                }
            }
        }
        return methods;
    }

    private Optional<AgentViews> agentOf(Wiring.End end) {
        return end instanceof Wiring.End.Inside inside
                ? Optional.ofNullable(agents.get(inside.agent().name()))
                : Optional.empty();
    }
}
