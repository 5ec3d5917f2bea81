package io.qpf.plan.view;

import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.python.PyExpr;
import io.qpf.python.PyIdentifier;
import io.qpf.python.SchemaText;
import io.qpf.schema.ConnectionType;
import io.qpf.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the views of integration tests. */
public final class WiringViews {
    private final Collection collection;
    private final Map<String, AgentViews> agents;

    public WiringViews(Collection collection, Map<String, AgentViews> agents) {
        this.collection = collection;
        this.agents = new LinkedHashMap<>(agents);
    }

    /** What the test of a wiring shows. */
    public WiringTestView of(Wiring wiring) {
        boolean observes = wiring.type() == ConnectionType.EVENT_OBSERVE;
        Wiring.End to = wiring.observer().orElse(wiring.to());
        Wiring.End from = to.equals(wiring.from()) ? wiring.to() : wiring.from();
        return new WiringTestView(
                banner(wiring, from, to),
                PyExpr.dotted(collection.root()),
                PyExpr.number(wiring.number()),
                wiring.type() == ConnectionType.API_CALL,
                wiring.type() == ConnectionType.PACKET_SEND,
                observes,
                SchemaText.of(from.name()),
                SchemaText.of(to.name()),
                end(from, carrier(wiring, to, true)),
                end(to, carrier(wiring, to, false)),
                methods(wiring),
                wiring.names().stream().map(it -> name(wiring, it)).toList());
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

    private WiringTestView.NameView name(Wiring wiring, Text name) {
        PyExpr sample = PacketViews.sample(Stream.of(wiring.from(), wiring.to())
                .flatMap(it -> agentOf(it).stream())
                .flatMap(it -> PacketViews.fields(it.plan().agent()).stream())
                .toList());
        return new WiringTestView.NameView(Facts.text(name), PyIdentifier.snake(name.value()), sample);
    }

    private List<WiringTestView.EndView> end(Wiring.End end, Function<AgentViews, List<PartView>> carrier) {
        return agentOf(end).stream()
                .map(it -> new WiringTestView.EndView(it.agent(), carrier.apply(it)))
                .toList();
    }

    private Function<AgentViews, List<PartView>> carrier(Wiring wiring, Wiring.End to, boolean sender) {
        String archetype = switch (wiring.type()) {
            case API_CALL -> sender ? "client" : "controller";
            case PACKET_SEND -> "packet_router";
            case EVENT_OBSERVE -> sender ? "event_publisher" : "event_subscriber";
        };
        return views -> views.plan().modules().stream()
                .filter(it -> it.archetype().name().equals(archetype))
                .filter(it -> !archetype.equals("client") || it.peer().equals(Optional.of(to.name())))
                .limit(1)
                .map(it -> views.part(it.path()))
                .toList();
    }

    private List<OperationView> methods(Wiring wiring) {
        if (wiring.type() != ConnectionType.API_CALL) {
            return List.of();
        }
        return agentOf(wiring.to()).stream()
                .flatMap(views -> wiring.names().stream()
                        .flatMap(name -> views.plan().operations().stream()
                                .filter(it -> it.name().equals(name.value())
                                        && it.builtin().isEmpty())
                                .map(views::operation)))
                .toList();
    }

    private Optional<AgentViews> agentOf(Wiring.End end) {
        return end instanceof Wiring.End.Inside inside
                ? Optional.ofNullable(agents.get(inside.agent().name()))
                : Optional.empty();
    }
}
