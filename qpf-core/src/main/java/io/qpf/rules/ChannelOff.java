package io.qpf.rules;

import io.qpf.collection.Names;
import io.qpf.collection.Wiring;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.schema.Communication;
import java.util.ArrayList;
import java.util.List;

/** Somebody calls over a channel that is off. */
final class ChannelOff implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "QPF-DEP-213", Severity.WARNING, "A wiring uses a channel that its receiver has switched off.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Wiring wiring : subject.collection().wirings()) {
            if (wiring.to() instanceof Wiring.End.Inside end) {
                for (Communication.Channel channel :
                        end.agent().schema().communication().channels()) {
                    if (!channel.enabled() && Names.fold(channel.name().value()).equals(channel(wiring))) {
                        found.add(INFO.at(
                                wiring.span(),
                                end.name() + " has switched off " + channel.name() + ", which this "
                                        + wiring.type().word() + " needs",
                                "write `" + channel.name() + ": true` in the schema, or remove the wiring",
                                new Diagnostic.Related(channel.name().span(), "switched off here")));
                    }
                }
            }
        }
        return found;
    }

    private static String channel(Wiring wiring) {
        return switch (wiring.type()) {
            case API_CALL -> "structuredapi";
            case PACKET_SEND -> "packetenvelope";
            case EVENT_OBSERVE -> "eventbus";
        };
    }
}
