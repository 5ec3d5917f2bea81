package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.Contract;
import io.qpf.schema.PacketRouting;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A packet does not carry what the operation behind it takes. Both sides must say so themselves. */
final class PacketLacksField implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-219",
            Severity.WARNING,
            "A packet lacks a field that the receiving operation takes, or carries it with another type.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            if (wiring.type() == ConnectionType.PACKET_SEND
                    && wiring.from() instanceof Wiring.End.Inside sender
                    && wiring.to() instanceof Wiring.End.Inside receiver) {
                for (Text packet : wiring.names()) {
                    compare(
                                    packet,
                                    sender.agent(),
                                    receiver.agent(),
                                    subject.collection().wirings())
                            .ifPresent(it -> found.addAll(it.findings()));
                }
            }
        }
        return found;
    }

    private static Optional<PacketSides> compare(Text packet, Agent sender, Agent receiver, List<Wiring> wirings) {
        Optional<PacketRouting.Outbound> route = sender.schema().packetRouting().outbound().stream()
                .filter(it -> it.packetType().value().equals(packet.value()))
                .findFirst()
                .filter(it -> !it.fields().isEmpty());
        return route.flatMap(out -> receiving(packet.value(), sender, receiver, wirings)
                .map(operation -> new PacketSides(INFO, packet, sender, out, receiver, operation)));
    }

    /** The contract of the operation that gets the packet as it was sent: later steps get what the ones before made of it. */
    private static Optional<Contract.Operation> receiving(
            String packet, Agent sender, Agent receiver, List<Wiring> wirings) {
        List<PacketRouting.Inbound> routes = receiver.schema().packetRouting().inbound().stream()
                .filter(it -> it.packetType().value().equals(packet))
                .toList();
        Optional<PacketRouting.Inbound> route =
                routes.stream().filter(it -> isFrom(sender, it)).findFirst();
        if (!routes.isEmpty() && route.isEmpty()) {
            return Optional.empty();
        }
        List<String> steps = route.map(
                        it -> it.actions().stream().map(Text::value).toList())
                .filter(it -> !it.isEmpty())
                .orElse(List.of(packet));
        Set<String> known = known(receiver, wirings);
        return steps.stream().filter(known::contains).findFirst().flatMap(it -> contract(receiver, it));
    }

    private static boolean isFrom(Agent sender, PacketRouting.Inbound route) {
        return route.source()
                .map(it -> Names.fold(it.value()).equals(Names.fold(sender.name())))
                .orElse(true);
    }

    /** Whatever a step can name; one that names nothing is skipped, and has a finding of its own. */
    private static Set<String> known(Agent agent, List<Wiring> wirings) {
        Set<String> known = new LinkedHashSet<>();
        DeclaredIds.operations(agent, wirings).forEach(it -> known.add(it.value()));
        agent.schema()
                .packetRouting()
                .outbound()
                .forEach(it -> known.add(it.packetType().value()));
        for (Wiring wiring : wirings) {
            wiring.names().forEach(it -> known.add(it.value()));
        }
        return known;
    }

    private static Optional<Contract.Operation> contract(Agent agent, String operation) {
        return agent.schema().contracts().stream()
                .filter(it ->
                        it instanceof Contract.Operation && it.name().value().equals(operation))
                .map(Contract.Operation.class::cast)
                .filter(it -> it.request().isPresent())
                .findFirst();
    }
}
