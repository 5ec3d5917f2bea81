package io.qpf.plan.view;

import io.qpf.collection.Agent;
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
import java.util.stream.Stream;

/** The packets of an agent: those of its packetrouting and those that wirings add. */
final class PacketViews {
    private PacketViews() {}

    static PacketsView of(Agent agent, Collection collection) {
        return new PacketsView(inbound(agent, collection), outbound(agent, collection));
    }

    private static List<PacketsView.InboundView> inbound(Agent agent, Collection collection) {
        Map<String, PacketsView.InboundView> views = new LinkedHashMap<>();
        agent.schema()
                .packetRouting()
                .inbound()
                .forEach(it -> views.putIfAbsent(
                        it.packetType().value(),
                        inbound(
                                it.packetType().value(),
                                it.source().map(Text::value).orElse(""),
                                Facts.tuple(it.actions()))));
        sends(collection)
                .filter(it -> Ends.is(it.to(), agent))
                .forEach(wiring -> wiring.names()
                        .forEach(it -> views.putIfAbsent(
                                it.value(), inbound(it.value(), wiring.from().name(), PyExpr.tuple(List.of())))));
        return List.copyOf(views.values());
    }

    private static PacketsView.InboundView inbound(String type, String source, PyExpr actions) {
        return new PacketsView.InboundView(
                SchemaText.of(type), SchemaText.of(source), actions, PyIdentifier.snake(type));
    }

    private static List<PacketsView.OutboundView> outbound(Agent agent, Collection collection) {
        Map<String, String> wired = new LinkedHashMap<>();
        sends(collection)
                .filter(it -> Ends.is(it.from(), agent))
                .forEach(wiring -> wiring.names()
                        .forEach(it -> wired.putIfAbsent(it.value(), wiring.to().name())));
        Map<String, PacketsView.OutboundView> views = new LinkedHashMap<>();
        agent.schema().packetRouting().outbound().forEach(it -> {
            String type = it.packetType().value();
            String destination = Optional.ofNullable(wired.get(type))
                    .orElse(it.destination().map(Text::value).orElse(""));
            views.putIfAbsent(type, outbound(type, destination, it.fields()));
        });
        wired.forEach((type, destination) -> views.putIfAbsent(type, outbound(type, destination, List.of())));
        return List.copyOf(views.values());
    }

    private static PacketsView.OutboundView outbound(String type, String destination, List<Text> fields) {
        Map<PyExpr, PyExpr> sample = new LinkedHashMap<>();
        fields.forEach(it -> sample.put(PyExpr.string(it.value()), PyExpr.string("value")));
        sample.putIfAbsent(PyExpr.string("key"), PyExpr.string("value"));
        return new PacketsView.OutboundView(
                SchemaText.of(type),
                SchemaText.of(destination),
                Facts.tuple(fields),
                PyExpr.dict(sample),
                PyIdentifier.snake(type));
    }

    private static Stream<Wiring> sends(Collection collection) {
        return collection.wirings().stream().filter(it -> it.type() == ConnectionType.PACKET_SEND);
    }
}
