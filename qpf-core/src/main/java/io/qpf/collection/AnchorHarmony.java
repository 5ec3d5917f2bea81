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
        map.forEach(harmony::anchor);
        glue.forEach(harmony::anchor);
        schemas.forEach(schema -> schema.governance().anchors().forEach(harmony::named));
        return harmony.contacts.values().stream()
                .map(it -> new Collection.AnchorContact(it.name(), it.role(), List.copyOf(it.channels())))
                .toList();
    }

    /** The name of an anchor without the channels that people put in brackets behind it. */
    static String nameOf(Text anchor) {
        Matcher matcher = WITH_CHANNELS.matcher(anchor.value());
        return matcher.matches() ? matcher.group(1).strip() : anchor.value().strip();
    }

    private void anchor(Anchor anchor) {
        add(
                anchor.name(),
                anchor.role().map(Text::value),
                anchor.channels().stream().map(Text::value).toList());
    }

    private void named(Text anchor) {
        add(anchor, Optional.empty(), List.of());
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
        all.stream().map(String::strip).filter(it -> !it.isEmpty()).forEach(contact.channels()::add);
        if (contact.role().isEmpty() && role.isPresent()) {
            contacts.put(Names.fold(name), new Contact(contact.name(), role, contact.channels()));
        }
    }
}
