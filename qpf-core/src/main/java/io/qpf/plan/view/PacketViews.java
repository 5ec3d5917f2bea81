package io.qpf.plan.view;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.schema.ConnectionType;
import io.qpf.source.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The packets of an agent: those of its packetrouting and those that wirings add. */
final class PacketViews {
    private PacketViews() {}

    static PacketsView of(Agent agent, Collection collection) {
        return new PacketsView(inbound(agent, collection), outbound(agent, collection), sample(fields(agent)));
    }

    private static List<PacketsView.InboundView> inbound(Agent agent, Collection collection) {
        Map<List<String>, PacketsView.InboundView> views = new LinkedHashMap<>();
        Set<String> routed = new LinkedHashSet<>();
        agent.schema().packetRouting().inbound().forEach(it -> {
            String source = it.source().map(Text::value).orElse("");
            routed.add(it.packetType().value());
            views.putIfAbsent(
                    List.of(it.packetType().value(), source),
                    inbound(it.packetType().value(), source, Facts.tuple(it.actions())));
        });
        sends(collection)
                .filter(it -> Ends.is(it.to(), agent))
                .forEach(wiring -> wiring.names().stream()
                        .map(Text::value)
                        .filter(type -> !routed.contains(type))
                        .forEach(type -> views.putIfAbsent(
                                List.of(type, wiring.from().name()),
                                inbound(type, wiring.from().name(), PyExpr.tuple(List.of())))));
        return List.copyOf(views.values());
    }

    private static PacketsView.InboundView inbound(String type, String source, PyExpr actions) {
        return new PacketsView.InboundView(
                SchemaText.of(type), SchemaText.of(source), actions, SchemaText.of(type + " from " + source));
    }

    /** A wired packet type goes where the wirings say; the packetrouting of the schema adds its fields. */
    private static List<PacketsView.OutboundView> outbound(Agent agent, Collection collection) {
        Map<List<String>, PacketsView.OutboundView> views = new LinkedHashMap<>();
        List<Wiring> wirings =
                sends(collection).filter(it -> Ends.is(it.from(), agent)).toList();
        for (io.qpf.schema.PacketRouting.Outbound route :
                agent.schema().packetRouting().outbound()) {
            String type = route.packetType().value();
            List<String> wired = destinations(type, wirings);
            List<String> named = route.destination().map(Text::value).stream().toList();
            (wired.isEmpty() ? (named.isEmpty() ? List.of("") : named) : wired)
                    .forEach(it -> views.putIfAbsent(List.of(type, it), outbound(type, it, route.fields())));
        }
        wirings.forEach(wiring -> wiring.names()
                .forEach(it -> views.putIfAbsent(
                        List.of(it.value(), wiring.to().name()),
                        outbound(it.value(), wiring.to().name(), List.of()))));
        return List.copyOf(views.values());
    }

    private static List<String> destinations(String type, List<Wiring> wirings) {
        return wirings.stream()
                .filter(it -> it.names().stream().anyMatch(name -> name.value().equals(type)))
                .map(it -> it.to().name())
                .distinct()
                .toList();
    }

    private static PacketsView.OutboundView outbound(String type, String destination, List<Text> fields) {
        return new PacketsView.OutboundView(
                SchemaText.of(type),
                SchemaText.of(destination),
                Facts.tuple(fields),
                sample(fields),
                !destination.isEmpty(),
                SchemaText.of(type + " to " + destination));
    }

    /** The fields of everything that an agent sends. */
    static List<Text> fields(Agent agent) {
        return agent.schema().packetRouting().outbound().stream()
                .flatMap(it -> it.fields().stream())
                .toList();
    }

    /** A payload that carries the fields, and one more. */
    static PyExpr sample(List<Text> fields) {
        Map<PyExpr, PyExpr> sample = new LinkedHashMap<>();
        fields.forEach(it -> sample.put(PyExpr.string(it.value()), PyExpr.string("value")));
        sample.putIfAbsent(PyExpr.string("key"), PyExpr.string("value"));
        return PyExpr.dict(sample);
    }

    private static Stream<Wiring> sends(Collection collection) {
        return collection.wirings().stream().filter(it -> it.type() == ConnectionType.PACKET_SEND);
    }
}
