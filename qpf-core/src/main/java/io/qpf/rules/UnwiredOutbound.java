package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

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
                            "add a packet_send wiring with this packet type to the glue"));
                }
            }
        }
        return found;
    }

    private static boolean isWired(Subject subject, Agent agent, String packet) {
        return subject.collection().wirings().stream()
                .filter(it -> it.type() == ConnectionType.PACKET_SEND)
                .filter(it -> it.from() instanceof Wiring.End.Inside end
                        && end.agent().order() == agent.order())
                .flatMap(it -> it.names().stream())
                .anyMatch(it -> Names.fold(it.value()).equals(Names.fold(packet)));
    }
}
