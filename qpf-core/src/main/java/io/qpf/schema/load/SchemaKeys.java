package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The dotted keys that a schema gives, in the spelling of the normal form. */
final class SchemaKeys {
    private static final Map<String, String> NORMAL = Map.of(
            "collaborationnetwork.collaborators", "collaborationnetwork.partners",
            "collaborationnetwork.protocol", "collaborationnetwork.interactionprotocol",
            "worldmodelintegration.sources", "worldmodelintegration.dataconnectors",
            "system.system", "system",
            "system.module", "module",
            "system.name", "name",
            "system.role", "role",
            "system.rootpath", "rootpath",
            "system.version", "version");

    private SchemaKeys() {}

    static Set<String> of(Datum.Mapping root) {
        Set<String> keys = new LinkedHashSet<>();
        for (Entry section : root.entries()) {
            String name = section.key().value();
            keys.add(name);
            if (section.value() instanceof Datum.Mapping mapping) {
                for (Entry entry : mapping.entries()) {
                    String key = name + "." + entry.key().value();
                    keys.add(NORMAL.getOrDefault(key, key));
                }
            }
        }
        return keys;
    }

    /** Those without a value, or whose list or mapping holds nothing; a mandatory section counts as given all the same. */
    static Set<String> empty(Datum.Mapping root) {
        Set<String> keys = new LinkedHashSet<>();
        for (Entry section : root.entries()) {
            String name = section.key().value();
            if (isEmpty(section.value()) && !Sections.MANDATORY.contains(name)) {
                keys.add(name);
            } else if (section.value() instanceof Datum.Mapping mapping) {
                for (Entry entry : mapping.entries()) {
                    if (isEmpty(entry.value())) {
                        String key = name + "." + entry.key().value();
                        keys.add(NORMAL.getOrDefault(key, key));
                    }
                }
            }
        }
        return keys;
    }

    private static boolean isEmpty(Datum value) {
        return Values.isNothing(value)
                || (value instanceof Datum.Mapping mapping && mapping.entries().isEmpty())
                || (value instanceof Datum.Sequence list && list.items().isEmpty());
    }
}
