package io.qpf.schema;

import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;

/** What the agents of a collection share, as the map says it. */
public record SharedConfiguration(
        List<Backend> backends,
        List<Anchor> anchors,
        List<Entry> protocol,
        Optional<Text> loggingRoot,
        Optional<Text> manifestsRoot,
        Optional<Text> monitoringRoot,
        List<Entry> extras) {
    public static final SharedConfiguration NONE = new SharedConfiguration(
            List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * A memory backend.
     *
     * @param name as written, such as {@code redis_cluster}, {@code redis} or {@code s3_archive}
     * @param address its connection, URL or bucket
     * @param settings everything that was given, the address among it
     */
    public record Backend(Text name, Optional<Text> address, List<Entry> settings) {
        public Backend {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A person or body that decides.
     *
     * @param channels how to reach them: {@code direct_email}, {@code slack_critical}
     */
    public record Anchor(Text name, Optional<Text> role, List<Text> channels, List<Text> members) {
        public Anchor {
            channels = List.copyOf(channels);
            members = List.copyOf(members);
        }
    }

    public SharedConfiguration {
        backends = List.copyOf(backends);
        anchors = List.copyOf(anchors);
        protocol = List.copyOf(protocol);
        extras = List.copyOf(extras);
    }
}
