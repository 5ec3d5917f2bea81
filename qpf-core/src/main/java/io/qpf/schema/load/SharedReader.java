package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.SharedConfiguration;
import io.qpf.schema.SharedConfiguration.Anchor;
import io.qpf.schema.SharedConfiguration.Backend;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code shared_configuration}, and the backends and anchors that a glue harmonizes. */
final class SharedReader {
    private static final List<String> ADDRESSES =
            List.of("connection", "url", "uri", "address", "dsn", "endpoint", "bucket", "host");
    private static final Pattern WITH_CHANNELS = Pattern.compile("([^()]*[^()\\s])\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern CHANNEL_SEPARATOR = Pattern.compile("[+,;&]|\\band\\b");

    private SharedReader() {}

    static SharedConfiguration read(Fields section) {
        return new SharedConfiguration(
                backends(section.child("memory_backends")),
                anchors(section, "governance_anchors"),
                section.free("communication_protocol"),
                section.text("logging_root"),
                section.text("manifests_root"),
                section.text("monitoring_root"),
                section.extras());
    }

    static List<Backend> backends(Fields backends) {
        List<Backend> read = new ArrayList<>();
        for (Entry entry : backends.entries()) {
            String name = entry.key().value();
            if (entry.value() instanceof Datum.Mapping) {
                Fields settings = backends.child(name);
                Optional<Text> address = address(settings);
                for (Entry setting : settings.entries()) {
                    settings.has(setting.key().value());
                }
                read.add(new Backend(entry.key(), address, settings.entries()));
            } else {
                Optional<Text> address = backends.required(name, "Give the backend an address.");
                if (address.isPresent()) {
                    Text key = new Text("connection", entry.key().span());
                    read.add(new Backend(entry.key(), address, List.of(new Entry(key, entry.value()))));
                }
            }
        }
        return read;
    }

    private static Optional<Text> address(Fields settings) {
        for (String key : ADDRESSES) {
            if (settings.datum(key).isPresent()) {
                return settings.text(key);
            }
        }
        return Optional.empty();
    }

    static List<Anchor> anchors(Fields section, String key) {
        List<Anchor> anchors = new ArrayList<>();
        for (Datum item : section.items(key)) {
            if (item instanceof Datum.Mapping mapping && Values.pair(item).isEmpty()) {
                Parts.add(anchor(section.item(key, mapping)), anchors);
            } else if (item instanceof Datum.Mapping mapping) {
                Parts.add(single(section, key, mapping), anchors);
            } else {
                Optional<Text> text = section.values().text(item, section.pathOf(key));
                if (text.isPresent()) {
                    anchors.add(anchor(text.get()));
                }
            }
        }
        return anchors;
    }

    /** {@code - name: X} alone is an anchor without channels; {@code - X: email} is one with them. */
    private static Optional<Anchor> single(Fields section, String key, Datum.Mapping mapping) {
        Entry entry = mapping.entries().get(0);
        if (entry.key().value().equals("name")) {
            return anchor(section.item(key, mapping));
        }
        return section.values()
                .text(entry.value(), section.pathOf(key))
                .map(it -> new Anchor(entry.key(), Optional.empty(), Parts.split(it, CHANNEL_SEPARATOR), List.of()));
    }

    private static Optional<Anchor> anchor(Fields fields) {
        Optional<Text> role = fields.text("role");
        List<Text> channels = new ArrayList<>();
        Optional<Text> method = fields.text("escalation_method");
        if (method.isPresent()) {
            channels.addAll(Parts.split(method.get(), CHANNEL_SEPARATOR));
        }
        channels.addAll(fields.texts("channels"));
        List<Text> members = fields.texts("members");
        Optional<Text> name = fields.required("name", "Name the person or body.");
        return name.isPresent() ? Optional.of(new Anchor(name.get(), role, channels, members)) : Optional.empty();
    }

    /** {@code Igor (escalation_email, slack_critical_channel)}. */
    private static Anchor anchor(Text text) {
        Matcher parts = WITH_CHANNELS.matcher(text.value());
        Optional<Text> name = parts.matches() ? Parts.group(text, parts, 1) : Optional.empty();
        if (name.isEmpty()) {
            return new Anchor(text, Optional.empty(), List.of(), List.of());
        }
        Optional<Text> all = Parts.group(text, parts, 2);
        List<Text> channels = all.isPresent() ? Parts.split(all.get(), CHANNEL_SEPARATOR) : List.of();
        return new Anchor(name.get(), Optional.empty(), channels, List.of());
    }
}
