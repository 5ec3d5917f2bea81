package io.qpf.plan.view;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.collection.Wiring;
import io.qpf.python.PyExpr;
import io.qpf.python.SchemaText;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packets of an agent: those of its packetrouting and those that wirings add. */
final class PacketViews {
    private PacketViews() {}

    static PacketsView of(Agent agent, Collection collection) {
        return new PacketsView(inbound(agent, collection), outbound(agent, collection), sample(fields(agent)));
    }

    private static List<PacketsView.InboundView> inbound(Agent agent, Collection collection) {
        Map<List<String>, PacketsView.InboundView> views = new LinkedHashMap<>();
        Set<String> routed = new LinkedHashSet<>();
        for (PacketRouting.Inbound it : agent.schema().packetRouting().inbound()) {
            String source = it.source().map(Text::value).orElse("");
            routed.add(it.packetType().value());
            views.putIfAbsent(
                    List.of(it.packetType().value(), source),
                    inbound(it.packetType().value(), source, Facts.tuple(it.actions())));
        }
        for (Wiring wiring : sends(collection)) {
            String source = wiring.from().name();
            for (Text type : Ends.is(wiring.to(), agent) ? wiring.names() : List.<Text>of()) {
                if (!routed.contains(type.value())) {
                    views.putIfAbsent(
                            List.of(type.value(), source), inbound(type.value(), source, PyExpr.tuple(List.of())));
                }
            }
        }
        return List.copyOf(views.values());
    }

    private static PacketsView.InboundView inbound(String type, String source, PyExpr actions) {
        return new PacketsView.InboundView(
                SchemaText.of(type), SchemaText.of(source), actions, SchemaText.of(type + " from " + source));
    }

    /** A wired packet type goes where the wirings say; the packetrouting of the schema adds its fields. */
    private static List<PacketsView.OutboundView> outbound(Agent agent, Collection collection) {
        Map<List<String>, PacketsView.OutboundView> views = new LinkedHashMap<>();
        List<Wiring> wirings = new ArrayList<>();
        for (Wiring wiring : sends(collection)) {
            if (Ends.is(wiring.from(), agent)) {
                wirings.add(wiring);
            }
        }
        for (PacketRouting.Outbound route : agent.schema().packetRouting().outbound()) {
            String type = route.packetType().value();
            Set<String> wired = destinations(type, wirings);
            String named = route.destination().map(Text::value).orElse("");
            for (String to : wired.isEmpty() ? Set.of(named) : wired) {
                views.putIfAbsent(List.of(type, to), outbound(type, to, route.fields()));
            }
        }
        for (Wiring wiring : wirings) {
            String to = wiring.to().name();
            for (Text type : wiring.names()) {
                views.putIfAbsent(List.of(type.value(), to), outbound(type.value(), to, List.of()));
            }
        }
        return List.copyOf(views.values());
    }

    private static Set<String> destinations(String type, List<Wiring> wirings) {
        Set<String> destinations = new LinkedHashSet<>();
        for (Wiring wiring : wirings) {
            if (Facts.values(wiring.names()).contains(type)) {
                destinations.add(wiring.to().name());
            }
        }
        return destinations;
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
        List<Text> fields = new ArrayList<>();
        for (PacketRouting.Outbound route : agent.schema().packetRouting().outbound()) {
            fields.addAll(route.fields());
        }
        return fields;
    }

    /** A payload that carries the fields, and one more. */
    static PyExpr sample(List<Text> fields) {
        Map<PyExpr, PyExpr> sample = new LinkedHashMap<>();
        for (Text field : fields) {
            sample.put(PyExpr.string(field.value()), PyExpr.string("value"));
        }
        sample.putIfAbsent(PyExpr.string("key"), PyExpr.string("value"));
        return PyExpr.dict(sample);
    }

    private static List<Wiring> sends(Collection collection) {
        List<Wiring> sends = new ArrayList<>();
        for (Wiring wiring : collection.wirings()) {
            if (wiring.type() == ConnectionType.PACKET_SEND) {
                sends.add(wiring);
            }
        }
        return sends;
    }
}
