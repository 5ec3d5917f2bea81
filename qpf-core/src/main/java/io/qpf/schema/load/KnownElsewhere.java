package io.qpf.schema.load;

import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a schema has the keys that somebody wrote in another place: `telemetry` belongs below `deployment`. */
final class KnownElsewhere {
    /** A key as long as this is no word that every section may have. */
    private static final int TELLING = 8;

    /** Words that any mapping may have for people, though one place gives them a meaning. */
    private static final Set<String> COMMON = Set.of(
            "created",
            "description",
            "enabled",
            "environment",
            "input",
            "name",
            "output",
            "owner",
            "policy",
            "purpose",
            "region",
            "role",
            "schema",
            "summary",
            "system",
            "title",
            "version");

    private KnownElsewhere() {}

    /** Read from a schema that gives nothing, the first time that somebody writes a key which its place does not know. */
    private static final class Places {
        static final Map<String, Set<String>> BY_KEY = byKey();

        private static Map<String, Set<String>> byKey() {
            SourceFile nothing = new SourceFile("", "");
            Datum.Mapping empty = new Datum.Mapping(List.of(), nothing.start());
            Fields root = Fields.root(empty, new Findings());
            SchemaLoader.read(nothing, root, empty);
            Map<String, Set<String>> asked = new LinkedHashMap<>();
            root.collectAsked(asked);
            Map<String, Set<String>> byKey = new LinkedHashMap<>();
            asked.forEach((path, keys) -> keys.forEach(key -> byKey.computeIfAbsent(key, it -> new LinkedHashSet<>())
                    .add(path.isEmpty() ? key : path + "." + key)));
            return byKey;
        }
    }

    /** The one place that knows a key, such as {@code deployment.telemetry}; empty if none does or several do. */
    static Optional<String> of(String key) {
        Map<String, Set<String>> places = Places.BY_KEY;
        String wanted = fold(key);
        if (COMMON.contains(wanted)) {
            return Optional.empty();
        }
        List<String> meant = new ArrayList<>();
        for (String known : places.keySet()) {
            if (fold(known).equals(wanted) || (known.length() >= TELLING && wanted.endsWith(known))) {
                meant.add(known);
            }
        }
        if (meant.isEmpty() && wanted.length() >= TELLING) {
            Suggest.sure(key, places.keySet().stream()).ifPresent(meant::add);
        }
        if (meant.size() != 1) {
            return Optional.empty();
        }
        Set<String> found = places.getOrDefault(meant.get(0), Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** What to do with a key that has its meaning in another place, which may give it already. */
    static String hint(Datum.Mapping root, String place) {
        Datum.Mapping mapping = root;
        Optional<Text> given = Optional.empty();
        for (String part : place.split("\\.", -1)) {
            Optional<Entry> entry = mapping.entries().stream()
                    .filter(it -> it.key().value().equals(part))
                    .findFirst();
            given = entry.map(Entry::key);
            mapping = entry.isPresent() && entry.get().value() instanceof Datum.Mapping below
                    ? below
                    : new Datum.Mapping(List.of(), root.span());
        }
        return "QPF reads it as `" + place + "`"
                + given.map(it -> ", which line " + it.span().start().line()
                                + " gives already: put what is new in it there, and delete it here.")
                        .orElse(": move it there.");
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
