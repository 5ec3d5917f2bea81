package io.qpf.schema;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;

/** Whom an agent touches: files, folders, globs or agents, and the domains that it serves. */
public record Integration(Span span, List<Text> connectTo, List<Text> sharedDomains) {
    public Integration {
        connectTo = List.copyOf(connectTo);
        sharedDomains = List.copyOf(sharedDomains);
    }
}
