package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * With whom an agent works.
 *
 * @param partners agents or paths, with role and interaction where given
 * @param protocol facts of the interaction protocol: contextexchange, memoryalignment, approvalhandoff, or protocol
 * @param autonomy facts of the autonomy scope: internaldecisions, externalactions
 */
public record Collaboration(
        Span span, List<Partner> partners, List<Entry> protocol, List<Entry> autonomy, List<Entry> extras) {
    /** A partner by name or path. */
    public record Partner(Text name, Optional<Text> role, Optional<Text> interaction) {}

    public Collaboration {
        partners = List.copyOf(partners);
        protocol = List.copyOf(protocol);
        autonomy = List.copyOf(autonomy);
        extras = List.copyOf(extras);
    }
}
