package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent sends packets that no wiring carries. */
final class UnwiredOutbound implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-DEP-206", Severity.WARNING, "An outbound packet route has no wiring.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            boolean broken = subject.hasBrokenWiring(agent);
            for (PacketRouting.Outbound route : agent.schema().packetRouting().outbound()) {
                Text packet = route.packetType();
                if (!broken && !isWired(subject, agent, packet.value())) {
                    found.add(INFO.at(
                            packet.span(),
                            "no wiring carries the packet `" + packet + "` of " + agent.name(),
                            hint(subject, agent, route)));
                }
            }
        }
        return found;
    }

    private static boolean isWired(Subject subject, Agent agent, String packet) {
        return sent(subject, agent).stream().anyMatch(it -> Names.fold(it).equals(Names.fold(packet)));
    }

    private static List<String> sent(Subject subject, Agent agent) {
        return subject.collection().wirings().stream()
                .filter(it -> it.type() == ConnectionType.PACKET_SEND)
                .filter(it -> it.from() instanceof Wiring.End.Inside end
                        && end.agent().order() == agent.order())
                .flatMap(it -> it.names().stream())
                .map(Text::value)
                .distinct()
                .toList();
    }

    private static String hint(Subject subject, Agent agent, PacketRouting.Outbound route) {
        String to = route.destination().map(Text::value).orElse("…");
        String line = "add `- {from_agent: " + agent.name() + ", to_agent: " + to
                + ", connection_type: packet_send, packet_types: [" + route.packetType()
                + "]}` under wirings in the glue";
        List<String> sent = sent(subject, agent);
        Optional<String> near = Suggest.nearest(route.packetType().value(), sent.stream());
        if (near.isPresent()) {
            return "did you mean `" + near.get() + "`, which a wiring carries? Otherwise " + line;
        }
        return sent.isEmpty() ? line : "the wirings carry " + String.join(", ", sent) + ": " + line;
    }
}
