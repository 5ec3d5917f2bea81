package io.qpf.collection;

import io.qpf.schema.ConnectionType;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/**
 * A wiring with both ends resolved.
 *
 * @param number 1-based place in the glue file
 * @param importPath the module of the called, receiving or observed side, with forward slashes, spelled as it is listed
 * @param names methods, packet types or events
 * @param observer for {@code event_observe}: who listens; the other end publishes
 */
public record Wiring(
        int number,
        End from,
        End to,
        ConnectionType type,
        Optional<String> importPath,
        List<Text> names,
        Optional<End> observer,
        Span span) {
    /** One end of a wiring. */
    public sealed interface End {
        String name();

        /** An agent of this collection. */
        record Inside(Agent agent) implements End {
            @Override
            public String name() {
                return agent.name();
            }
        }

        /** A service that the glue lists under externals, or that the workspace or the foundation provides. */
        record Outside(String name) implements End {}
    }

    public Wiring {
        names = List.copyOf(names);
    }
}
