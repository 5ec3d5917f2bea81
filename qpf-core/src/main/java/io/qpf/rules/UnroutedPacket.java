package io.qpf.rules;

import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.List;
import java.util.stream.Stream;

/** A packet is sent to an agent that has no route for it. */
final class UnroutedPacket implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-205", Severity.WARNING, "A wiring sends a packet for which the receiver has no inbound route.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.collection().wirings().stream()
                .filter(it -> it.type() == ConnectionType.PACKET_SEND)
                .flatMap(UnroutedPacket::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Wiring wiring) {
        if (!(wiring.to() instanceof Wiring.End.Inside receiver)) {
            return Stream.empty();
        }
        List<String> routed = receiver.agent().schema().packetRouting().inbound().stream()
                .map(PacketRouting.Inbound::packetType)
                .map(Text::value)
                .toList();
        List<String> folded = routed.stream().map(Names::fold).toList();
        return wiring.names().stream()
                .filter(it -> !routed.isEmpty() && !folded.contains(Names.fold(it.value())))
                .map(it -> INFO.at(
                        it.span(),
                        receiver.name() + " has no inbound route for the packet `" + it + "`",
                        hint(it.value(), wiring.from().name(), receiver.name(), routed)));
    }

    private static String hint(String packet, String sender, String receiver, List<String> routed) {
        String advice = receiver + " routes " + String.join(", ", routed) + ": send one of them, or add `- {source: "
                + sender + ", packettype: " + packet + ", action: …}` under packetrouting.inbound of " + receiver
                + ", where action names what it does with it";
        return Suggest.nearest(packet, routed.stream())
                .map(it -> "did you mean `" + it + "`? Write `packet_types: [" + it + "]`. Otherwise: " + advice)
                .orElse(advice);
    }
}
