package io.qpf.schema;

import io.qpf.source.Located;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** The explicit wirings of a collection and what it harmonizes. */
public record Glue(
        SourceFile source,
        List<Wire> wirings,
        List<SharedConfiguration.Backend> backends,
        List<SharedConfiguration.Anchor> anchors,
        List<Text> sharedTriggers,
        List<Entry> communication,
        Optional<RetryPolicy> retryPolicy,
        List<Text> externals,
        List<Entry> extras) {
    /**
     * One wiring as written.
     *
     * @param names methods, packet types or events, by the connection type
     */
    public record Wire(
            Span span, Text from, Text to, Located<ConnectionType> type, Optional<Text> importPath, List<Text> names) {
        public Wire {
            names = List.copyOf(names);
        }
    }

    /** How often and how patiently a call is tried again. */
    public record RetryPolicy(int maxRetries, double backoffMultiplier, int initialDelayMs) {}

    public Glue {
        wirings = List.copyOf(wirings);
        backends = List.copyOf(backends);
        anchors = List.copyOf(anchors);
        sharedTriggers = List.copyOf(sharedTriggers);
        communication = List.copyOf(communication);
        externals = List.copyOf(externals);
        extras = List.copyOf(extras);
    }
}
