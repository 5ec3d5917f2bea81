package io.qpf.collection;

import io.qpf.schema.AgentSchema;
import io.qpf.schema.SharedConfiguration.Anchor;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everybody whom schemas, map and glue name as an anchor, with all channels that lead to them. */
final class AnchorHarmony {
    private static final Pattern WITH_CHANNELS = Pattern.compile("([^()]*)\\(([^()]*)\\)\\s*");

    private record Contact(String name, Optional<String> role, Set<String> channels) {}

    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    private AnchorHarmony() {}

    static List<Collection.AnchorContact> of(List<Anchor> map, List<Anchor> glue, List<AgentSchema> schemas) {
        AnchorHarmony harmony = new AnchorHarmony();
        harmony.anchors(map);
        harmony.anchors(glue);
        for (AgentSchema schema : schemas) {
            for (Text anchor : schema.governance().anchors()) {
                harmony.add(anchor, Optional.empty(), List.of());
            }
        }
        List<Collection.AnchorContact> all = new ArrayList<>();
        for (Contact it : harmony.contacts.values()) {
            all.add(new Collection.AnchorContact(it.name(), it.role(), List.copyOf(it.channels())));
        }
        return all;
    }

    /** The name of an anchor without the channels that people put in brackets behind it. */
    static String nameOf(Text anchor) {
        return Names.anchor(anchor.value());
    }

    private void anchors(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            List<String> channels = new ArrayList<>();
            for (Text channel : anchor.channels()) {
                channels.add(channel.value());
            }
            add(anchor.name(), anchor.role().map(Text::value), channels);
        }
    }

    private void add(Text written, Optional<String> role, List<String> channels) {
        String name = nameOf(written);
        if (name.isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>(channels);
        Matcher matcher = WITH_CHANNELS.matcher(written.value());
        if (matcher.matches()) {
            all.addAll(List.of(matcher.group(2).split("[,;+]", -1)));
        }
        Contact contact = contacts.computeIfAbsent(
                Names.fold(name), key -> new Contact(name, Optional.empty(), new LinkedHashSet<>()));
        for (String channel : all) {
            if (!channel.isBlank()) {
                contact.channels().add(channel.strip());
            }
        }
        if (contact.role().isEmpty() && role.isPresent()) {
            contacts.put(Names.fold(name), new Contact(contact.name(), role, contact.channels()));
        }
    }
}
